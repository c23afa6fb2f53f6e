// npm run fuzz -- [--documents N] [--full N] [--jobs N] [--seed N] [--case N]: random and mutated sources through the
// whole build. Small ones (8 KiB at most) in one process for each job, full-sized ones each in a process of its own.
// What fails is kept in tests/.actual/fuzz/ under its number; --case runs one again.
import {spawn, spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {load, readContent} from '../../src/load/index.ts'
import {compileSchemas, validate} from '../../src/validate/index.ts'
import {repository, type Sources, schemaFiles} from '../support/content-root.ts'
import {story} from '../support/story.ts'
import {bytesOf, made, mutated, random} from './mutate.ts'
import {builtWith} from './pipeline.ts'

const {values} = parseArgs({
  options: {
    documents: {type: 'string', default: '10000'},
    full: {type: 'string', default: '20'},
    jobs: {type: 'string', default: '2'},
    seed: {type: 'string', default: String(Date.now() % 1_000_000)},
    case: {type: 'string'},
    job: {type: 'string'},
  },
})
const seed = Number(values.seed)
const kept = join(repository, 'tests/.actual/fuzz')
const slowest = 20_000
const largest = 512 * 1024

async function baseOf(): Promise<Sources> {
  const {content} = await readContent(join(repository, 'tests/fixtures/small-dossier'), ['documents'])
  const {content: templates} = await readContent(repository, ['templates'])
  for (const [path, bytes] of templates) content.set(path, bytes)
  const files = schemaFiles()
  const schemas = compileSchemas(files)
  const loaded = load(content)
  return {content, files, schemas, loaded, validated: validate(loaded, schemas), stoppedAt: new Map()}
}

/** Texts of the project that a file may be exchanged for, by what follows the folder: `body.en.md`. */
async function donors(): Promise<Map<string, string[]>> {
  const {content} = await readContent(story, ['documents'])
  const found = new Map<string, string[]>()
  for (const [path, bytes] of content) {
    const name = path.split('/').at(-1) ?? ''
    found.set(name, [...(found.get(name) ?? []), new TextDecoder().decode(bytes)])
  }
  return found
}

/** The file and the bytes of a case: the same for the same number. */
function caseOf(
  at: number,
  base: Sources,
  others: Map<string, string[]>,
  most: number,
): {path: string; bytes: Uint8Array} {
  const next = random(seed * 1_000_003 + at)
  const paths = [...base.content.keys()].filter((path) =>
    path.startsWith(next() < 0.85 ? 'documents/' : 'templates/'),
  )
  const path = paths[Math.floor(next() * paths.length)] ?? ''
  const own = base.loaded.texts.get(path) ?? ''
  const alike = others.get(path.split('/').at(-1) ?? '') ?? []
  const text = next() < 0.4 ? (alike[Math.floor(next() * alike.length)] ?? own) : own
  const isMade = next() < 0.15
  const words = isMade
    ? made(next, Math.floor(next() * most), path.endsWith('.md'))
    : mutated(grown(text, most, next), next, most)
  return {path, bytes: bytesOf(words, next)}
}

/** Up to the size that is asked for, now and then: the text again behind itself. */
function grown(text: string, most: number, next: () => number): string {
  if (most <= 8192 || next() < 0.3) return text
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '')
  let long = text
  while (long.length + body.length < most * next()) long += `\n${body}`
  return long
}

async function runJob(first: number, count: number): Promise<void> {
  const [base, others] = [await baseOf(), await donors()]
  const report = {cases: 0, outputs: 0, refused: 0, slowest: 0, failed: [] as string[]}
  for (let at = first; at < first + count; at++) {
    const {path, bytes} = caseOf(at, base, others, 8192)
    const started = performance.now()
    const faults: string[] = []
    try {
      const outcome = await builtWith(base, path, bytes)
      faults.push(...outcome.faults)
      report.outputs += outcome.outputs
      if (outcome.rules.length > 0) report.refused++
    } catch (cause) {
      faults.push(
        String((cause as Error).stack)
          .split('\n')
          .slice(0, 4)
          .join(' | '),
      )
    }
    const time = performance.now() - started
    if (time > slowest) faults.push(`${time.toFixed(0)} ms`)
    report.cases++
    report.slowest = Math.max(report.slowest, time)
    if (faults.length > 0) report.failed.push(keep(at, path, bytes, faults))
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({...report, slowest: Math.round(report.slowest), memory}))
}

function keep(at: number, path: string, bytes: Uint8Array, faults: readonly string[]): string {
  mkdirSync(kept, {recursive: true})
  writeFileSync(join(kept, `${seed}-${at}-${path.replaceAll('/', '_')}`), bytes)
  return `case ${at} (${path}): ${faults[0]?.slice(0, 400)}`
}

/** Full-sized cases: the command itself, its time, its memory and its status. */
async function runFull(count: number): Promise<{slowest: number; memory: number; failed: string[]}> {
  const [base, others] = [await baseOf(), await donors()]
  const report = {slowest: 0, memory: 0, failed: [] as string[]}
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-fuzz-'))
  const tell = "process.on('exit',()=>process._rawDebug('RSS '+process.resourceUsage().maxRSS))"
  for (let at = 0; at < count; at++) {
    const number = 10_000_000 + at
    const next = random(seed + at)
    const {path, bytes} = caseOf(number, base, others, next() < 0.8 ? 128 * 1024 : 1024 * 1024)
    rmSync(root, {recursive: true, force: true})
    cpSync(join(repository, 'tests/fixtures/small-dossier/documents'), join(root, 'documents'), {
      recursive: true,
    })
    mkdirSync(join(root, path, '..'), {recursive: true})
    writeFileSync(join(root, path), bytes)
    const started = performance.now()
    const {status, stderr} = spawnSync(
      process.execPath,
      [join(repository, 'dist/cites-docs.js'), 'build', '--root', root],
      {
        encoding: 'utf8',
        timeout: 3 * slowest,
        maxBuffer: 64 * 1024 * 1024,
        env: {...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}`},
      },
    )
    const time = performance.now() - started
    const memory = Number(/^RSS (\d+)$/m.exec(stderr)?.[1] ?? 0)
    report.slowest = Math.max(report.slowest, time)
    report.memory = Math.max(report.memory, memory)
    const faults = [
      status !== 0 && status !== 1 ? `ends with ${status}: ${stderr.slice(0, 300)}` : '',
      time > slowest ? `${time.toFixed(0)} ms` : '',
      memory > largest ? `${Math.round(memory / 1024)} MiB` : '',
    ].filter((fault) => fault !== '')
    if (faults.length > 0) report.failed.push(keep(number, path, bytes, faults))
  }
  rmSync(root, {recursive: true, force: true})
  return {...report, slowest: Math.round(report.slowest), memory: Math.round(report.memory / 1024)}
}

async function main(): Promise<void> {
  if (values.case !== undefined) {
    const {path, bytes} = caseOf(Number(values.case), await baseOf(), await donors(), 8192)
    console.log(path, JSON.stringify(new TextDecoder().decode(bytes).slice(0, 2000)))
    console.log(await builtWith(await baseOf(), path, bytes))
    return
  }
  if (values.job !== undefined) return runJob(Number(values.job), Number(values.documents))
  console.log(`seed ${seed}`)
  const each = Math.ceil(Number(values.documents) / Number(values.jobs))
  const jobs = Array.from({length: Number(values.jobs)}, (_, job) => {
    const child = spawn(process.execPath, [
      process.argv[1] ?? '',
      `--seed=${seed}`,
      `--documents=${each}`,
      `--job=${job * each}`,
    ])
    let out = ''
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.pipe(process.stderr)
    return new Promise<string>((resolve) => child.on('exit', () => resolve(out)))
  })
  const failed: string[] = []
  for (const out of await Promise.all(jobs)) {
    if (!out.startsWith('{')) {
      failed.push('a job ended early')
      continue
    }
    const {failed: own, ...report} = JSON.parse(out)
    failed.push(...own)
    console.log(`small: ${JSON.stringify(report)}`)
  }
  const {failed: own, ...report} = await runFull(Number(values.full))
  failed.push(...own)
  console.log(`full size: ${values.full} ${JSON.stringify(report)}`)
  for (const one of failed.slice(0, 20)) console.log(one)
  console.log(`${failed.length} failures`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

await main()
