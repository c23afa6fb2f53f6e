// npm run faults -- [--kills N] [--disks N] [--races N] [--states N] [--workers N] [--seed N]: builds that are killed, that find the
// disk full, and eight at once; one that may write nothing; and builds that find what others left spoilt. After each, every file of out/ is whole, old or new, and the next build
// ends as a clean one does.
import {spawn, spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {repository} from '../support/content-root.ts'
import {digestOf, digestsIn, isManifest} from '../support/manifests.ts'
import {mounted, played} from './disk.ts'
import {mutated, random} from './mutate.ts'

// Code that runs for a second is not worth optimising: without that, a build costs a fifth less.
const command = ['--no-opt', join(repository, 'dist/cites-docs.js')]
const {values} = parseArgs({
  options: {
    kills: {type: 'string', default: '200'},
    disks: {type: 'string', default: '50'},
    races: {type: 'string', default: '50'},
    states: {type: 'string', default: '100'},
    // From two on each dossier has twelve documents, and threads make some of them.
    workers: {type: 'string', default: '1'},
    seed: {type: 'string', default: String(Date.now() % 1_000_000)},
  },
})

const next = random(Number(values.seed))

// What builds keep is used here, also on a server, and of these builds alone.
const caches = mkdtempSync(join(tmpdir(), 'cites-docs-caches-'))
process.env.XDG_CACHE_HOME = caches
process.env.CI = ''
process.on('exit', () => rmSync(caches, {recursive: true, force: true}))

/** Files of out/ by path. */
type Files = Map<string, Buffer>

/** Sources, and what a clean build makes of them. */
interface State {
  root: string
  files: Files
  /** How long that build took, in milliseconds. */
  duration: number
}

const unfinished = /(?:^|\/)\.cites-docs-[0-9a-f]{12}\.tmp$/
/** Files of out/ by path, without those that a killed build has left unfinished. */
function filesOf(root: string): Files {
  const folder = join(root, 'out')
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile(),
  )
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return new Map(
    paths.filter((path) => !unfinished.test(path)).map((path) => [path, readFileSync(join(folder, path))]),
  )
}

const isSame = (a: Files, b: Files): boolean =>
  a.size === b.size && [...a].every(([path, bytes]) => b.get(path)?.equals(bytes))

const threads = Number(values.workers) > 1 ? ['--workers', values.workers] : []

const build = (root: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [...command, 'build', '--root', root, ...threads], {
    encoding: 'utf8',
    env: {...process.env, ...env},
  })

/** Two states of the sources, which differ in a word. */
function prepare(): [State, State] {
  const stateOf = (word: string): State => {
    const root = mkdtempSync(join(tmpdir(), 'cites-docs-state-'))
    cpSync(join(repository, 'tests/fixtures/small-dossier/documents'), join(root, 'documents'), {
      recursive: true,
    })
    const body = join(root, 'documents/sc58/bear-trade/body.en.md')
    writeFileSync(body, readFileSync(body, 'utf8').replace('1. the size', `1. the ${word}`))
    if (threads.length > 0) multiply(join(root, 'documents/sc58'))
    const started = performance.now()
    if (build(root).status !== 0) throw new Error('The dossier cannot be built.')
    return {root, files: filesOf(root), duration: performance.now() - started}
  }
  const [first, second] = [stateOf('size'), stateOf('extent')]
  if (isSame(first.files, second.files)) throw new Error('The two states are the same.')
  return [first, second]
}

/** Twelve documents instead of one, each with a number of its own. */
function multiply(meeting: string): void {
  for (let number = 13; number < 24; number++) {
    const copy = join(meeting, `bear-trade-${number}`)
    cpSync(join(meeting, 'bear-trade'), copy, {recursive: true})
    const plan = join(copy, 'document.yaml')
    writeFileSync(plan, readFileSync(plan, 'utf8').replace('"12"', `"${number}"`))
  }
}

function put(root: string, state: State, folder = 'documents'): void {
  rmSync(join(root, folder), {recursive: true, force: true})
  cpSync(join(state.root, folder), join(root, folder), {recursive: true})
}

/** Puts the sources of a state, and what its clean build has made. */
function putBuilt(root: string, state: State): void {
  for (const folder of ['documents', 'out']) put(root, state, folder)
}

const faults: string[] = []
/** Every file is that of one state or the other, and known for ours: its manifest can be read and names its bytes. */
function expectWhole(what: string, root: string, states: [State, State]): void {
  const files = filesOf(root)
  const known = digestsIn(files)
  for (const [path, bytes] of files) {
    if (isManifest(path)) continue
    if (!states.some((state) => state.files.get(path)?.equals(bytes)))
      faults.push(`${what}: ${path} is neither old nor new`)
    if (!known.get(path)?.includes(digestOf(bytes)))
      faults.push(`${what}: no manifest names ${path} as it is`)
  }
}

/** The next build is a clean one, and leaves nothing of what was unfinished. */
function expectRecovery(what: string, root: string, state: State): void {
  const {status, stderr} = build(root)
  if (status !== 0) faults.push(`${what}: the next build ends with ${status}: ${stderr.slice(0, 200)}`)
  if (!isSame(filesOf(root), state.files)) faults.push(`${what}: the next build is not a clean one`)
  const left = readdirSync(join(root, 'out'), {recursive: true}).filter((path) =>
    unfinished.test(String(path)),
  )
  if (left.length > 0) faults.push(`${what}: ${left.join(', ')} is left`)
}

async function kills(states: [State, State], rounds: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-kill-'))
  putBuilt(root, states[0])
  const whole = Math.min(...states.map(({duration}) => duration))
  let unended = 0
  for (let round = 0; round < rounds; round++) {
    const what = `kill ${round + 1}`
    const state = states[round % 2 === 0 ? 1 : 0]
    put(root, state)
    // A third of the moments lie in the last part, where files are written.
    const at = (next() < 0.66 ? 0.6 + 0.5 * next() : next()) * whole
    const child = spawn(process.execPath, [...command, 'build', '--root', root, ...threads], {
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))
    await new Promise((resolve) => setTimeout(resolve, at))
    child.kill('SIGKILL')
    if ((await ended) === 'SIGKILL') unended++
    expectWhole(what, root, states)
    expectRecovery(what, root, state)
  }
  rmSync(root, {recursive: true})
  return `${unended} of ${rounds} builds were killed before they had ended`
}

function disks(states: [State, State], rounds: number): string {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-disk-'))
  const disk = mounted(root) ?? played()
  let full = 0
  const faulty = (what: string, env: NodeJS.ProcessEnv): number | null => {
    const {status, stderr} = build(root, env)
    if (/\n +at /.test(stderr)) faults.push(`${what}: a stack is shown`)
    if (status !== 0 && status !== 3) faults.push(`${what}: ends with ${status}: ${stderr.slice(0, 200)}`)
    return status
  }
  try {
    putBuilt(root, states[0])
    for (let round = 0; round < rounds; round++) {
      const what = `disk ${round + 1}`
      const state = states[round % 2 === 0 ? 1 : 0]
      put(root, state)
      // Room for some of the files, and not for all.
      if (faulty(what, disk.leave(4 + 4 * Math.floor(next() * 24))) === 3) full++
      expectWhole(what, root, states)
      disk.leave()
      expectRecovery(what, root, state)
    }
    const before = filesOf(root)
    put(root, states[rounds % 2 === 0 ? 1 : 0])
    if (faulty('read-only', disk.lock()) !== 3) faults.push('read-only: the build does not end with 3')
    if (!isSame(filesOf(root), before)) faults.push('read-only: something was written')
    disk.leave()
  } finally {
    disk.remove()
    rmSync(root, {recursive: true, force: true})
  }
  return `${full} of ${rounds} builds found the disk full, and one that it may not be written (${disk.name})`
}

async function races(states: [State, State], rounds: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-race-'))
  mkdirSync(join(root, 'documents'))
  const counts = new Map<number | null, number>()
  for (let round = 0; round < rounds; round++) {
    const what = `race ${round + 1}`
    const state = states[round % 2 === 0 ? 0 : 1]
    put(root, state)
    const eight = Array.from({length: 8}, (_, index) => {
      const kept = index % 2 === 0 ? [] : ['--no-cache']
      const child = spawn(process.execPath, [...command, 'build', '--root', root, ...kept, ...threads], {
        stdio: 'ignore',
      })
      return new Promise<number | null>((resolve) => child.on('exit', resolve))
    })
    for (const status of await Promise.all(eight)) {
      counts.set(status, (counts.get(status) ?? 0) + 1)
      if (status !== 0 && status !== 3) faults.push(`${what}: a build ends with ${status}`)
    }
    expectWhole(what, root, states)
    expectRecovery(what, root, state)
  }
  rmSync(root, {recursive: true})
  return `of ${rounds * 8} builds, eight at once, ${counts.get(0) ?? 0} wrote and ${counts.get(3) ?? 0} found another writing`
}

/** Files below a folder that a test may spoil. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)]

/** Cuts a file off, takes it away, or puts something into it. */
function spoil(file: string | undefined): void {
  if (file === undefined) return
  const kind = next()
  if (kind < 0.2) rmSync(file)
  else if (kind < 0.4) truncateSync(file, Math.floor(next() * 200))
  else writeFileSync(file, mutated(readFileSync(file, 'utf8'), next, 1_000_000))
}

/** What lies beside the sources is spoilt: manifests, pages, what a killed build left, a lock that nobody holds, caches. */
function spoilt(root: string): void {
  const outputs = filesBelow(join(root, 'out')).filter((path) => !path.endsWith('.docx'))
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const kind = next()
    if (kind < 0.4) spoil(oneOf(outputs.filter((path) => isManifest(path) && existsSync(path))))
    else if (kind < 0.55) spoil(oneOf(outputs.filter((path) => existsSync(path))))
    else if (kind < 0.8) spoil(oneOf(filesBelow(caches)))
    else if (kind < 0.9) writeFileSync(join(root, 'out/.cites-docs-0123456789ab.tmp'), 'left')
    else {
      const lock = join(root, '.cites-docs/lock')
      mkdirSync(join(root, '.cites-docs'), {recursive: true})
      writeFileSync(lock, mutated('{"pid": 999999999, "host": "x"', next, 6000))
      utimesSync(lock, 0, 0)
    }
  }
}

/** Builds that find what others left spoilt end as clean ones. */
function spoiltStates(states: [State, State], rounds: number): string {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-spoilt-'))
  putBuilt(root, states[0])
  for (let round = 0; round < rounds; round++) {
    const state = states[round % 2 === 0 ? 1 : 0]
    put(root, state)
    spoilt(root)
    expectRecovery(`state ${round + 1}`, root, state)
  }
  rmSync(root, {recursive: true})
  return `${rounds} builds found what lies beside the sources spoilt`
}

console.log(`seed ${values.seed}`)
const states = prepare()
console.log(await kills(states, Number(values.kills)))
console.log(disks(states, Number(values.disks)))
console.log(await races(states, Number(values.races)))
console.log(spoiltStates(states, Number(values.states)))
for (const {root} of states) rmSync(root, {recursive: true})
for (const fault of faults.slice(0, 20)) console.error(fault)
console.log(`${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
