// npm run fuzz -- [--<kind> N]… [--jobs N] [--seed N] [--case <kind>:N]: hostile sources of each kind of
// tests/hostile/fuzz/kinds.ts, so many of each as are asked for, and a few of all where nothing is. What fails is kept in
// tests/.actual/fuzz/ under its number; --case runs one again.
import {spawn} from 'node:child_process'
import {parseArgs} from 'node:util'
import {keepFiles} from './fuzz/files.ts'
import {type Case, kinds} from './fuzz/kinds.ts'

const usual: Readonly<Record<string, number>> = {
  documents: 10_000,
  full: 20,
  dossiers: 2000,
  fresh: 50,
  commands: 500,
  bombs: 20,
}

const {values} = parseArgs({
  options: {
    ...Object.fromEntries(Object.keys(kinds).map((kind) => [kind, {type: 'string'} as const])),
    jobs: {type: 'string', default: '2'},
    seed: {type: 'string', default: String(Date.now() % 1_000_000)},
    case: {type: 'string'},
    job: {type: 'string'},
  },
})
const asked = values as Record<string, string | undefined>
const seed = Number(asked.seed)

/** What a job says when it is done, in one line of JSON. */
interface Report {
  cases: number
  refused: number
  slowest: number
  mostMemory: number
  failed: string[]
}

const seedOf = (at: number): number => seed * 1_000_003 + at

/** Every `step`th case from the first on, so that jobs of unequal cases end together. */
async function runJob(kind: string, first: number, count: number, step: number): Promise<void> {
  const run = await kinds[kind]?.()
  const report: Report = {cases: 0, refused: 0, slowest: 0, mostMemory: 0, failed: []}
  for (let at = first; run && at < count; at += step) {
    const done = await run(seedOf(at))
    report.cases++
    if (done.isRefused) report.refused++
    report.slowest = Math.max(report.slowest, done.cpuSeconds)
    report.mostMemory = Math.max(report.mostMemory, done.mebibytes)
    if (done.faults.length > 0) report.failed.push(keep(kind, at, done))
    if (report.cases % 100 === 0) console.error(`${kind}: ${report.cases * step} of ${count}`)
  }
  report.mostMemory ||= Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify(report))
}

function keep(kind: string, at: number, {name, files, faults}: Case): string {
  const folder = keepFiles(`${seed}-${kind}-${at}`, files)
  const said = `${kind}:${at} (${name}): ${faults.slice(0, 3).join('; ').slice(0, 600)}`
  console.error(said, folder)
  return said
}

async function runKind(kind: string, count: number): Promise<string[]> {
  const jobs = Math.min(Number(asked.jobs), count)
  const outs = await Promise.all(Array.from({length: jobs}, (_, job) => started(kind, job, count, jobs)))
  const reports = outs.flatMap((out) => (out.startsWith('{') ? [JSON.parse(out) as Report] : []))
  const sum = (key: 'cases' | 'refused'): number => reports.reduce((all, report) => all + report[key], 0)
  const most = (key: 'slowest' | 'mostMemory'): number => Math.max(0, ...reports.map((report) => report[key]))
  const failed = reports.flatMap((report) => report.failed)
  if (reports.length < jobs) failed.push(`${kind}: a job ended early`)
  console.log(
    `${kind}: ${sum('cases')} cases, ${sum('refused')} refused, slowest ${most('slowest').toFixed(1)} s of CPU time, ${most('mostMemory')} MiB, ${failed.length} failures`,
  )
  return failed
}

function started(kind: string, job: number, count: number, jobs: number): Promise<string> {
  const child = spawn(process.execPath, [
    process.argv[1] ?? '',
    `--seed=${seed}`,
    `--job=${kind}:${job}:${count}:${jobs}`,
  ])
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    out += data
  })
  child.stderr.pipe(process.stderr)
  return new Promise((resolve) => child.on('close', () => resolve(out)))
}

async function main(): Promise<void> {
  if (asked.case !== undefined) {
    const [kind = '', at = ''] = asked.case.split(':')
    const done = await (await kinds[kind]?.())?.(seedOf(Number(at)))
    if (!done) throw new Error(`There is no kind “${kind}”.`)
    console.log({...done, files: keepFiles(`${seed}-${kind}-${at}`, done.files)})
    return
  }
  if (asked.job !== undefined) {
    const [kind = '', first, count, step] = asked.job.split(':')
    return runJob(kind, Number(first), Number(count), Number(step))
  }
  console.log(`seed ${seed}`)
  const wanted = Object.keys(kinds).filter((kind) => asked[kind] !== undefined)
  const counts =
    wanted.length > 0 ? wanted.map((kind) => [kind, Number(asked[kind])] as const) : Object.entries(usual)
  const failed: string[] = []
  for (const [kind, count] of counts) failed.push(...(await runKind(kind, count)))
  for (const one of failed.slice(0, 40)) console.log(one)
  console.log(`${failed.length} failures`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

await main()
