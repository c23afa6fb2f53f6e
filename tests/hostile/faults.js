// npm run faults -- [--kills N] [--disks N] [--races N] [--seed N]: builds that are killed, that find the disk full, and
// eight at once. After each, every file of out/ is whole, old or new, and the next build ends as a clean one does.
import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'

const project = fileURLToPath(new URL('../..', import.meta.url))
const command = join(project, 'dist/cites-docs.js')
const {values} = parseArgs({
  options: {
    kills: {type: 'string', default: '200'},
    disks: {type: 'string', default: '50'},
    races: {type: 'string', default: '50'},
    seed: {type: 'string', default: String(Date.now() % 1_000_000)},
  },
})

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}
const next = random(Number(values.seed))

const unfinished = /(?:^|\/)\.cites-docs-[0-9a-f]{12}\.tmp$/
/** Files of out/ by path, without those that a killed build has left unfinished. */
function filesOf(root) {
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

const isSame = (a, b) => a.size === b.size && [...a].every(([path, bytes]) => b.get(path)?.equals(bytes))

const build = (root) => spawnSync(process.execPath, [command, 'build', '--root', root], {encoding: 'utf8'})

/** Two states of the sources: words are another, and in the second a document in another language is there. */
function prepare() {
  const states = [0, 1].map((state) => {
    const root = mkdtempSync(join(tmpdir(), 'cites-docs-state-'))
    cpSync(join(project, 'tests/fixtures/small-dossier/documents'), join(root, 'documents'), {
      recursive: true,
    })
    const body = join(root, 'documents/sc58/bear-trade/body.en.md')
    if (state === 1) writeFileSync(body, readFileSync(body, 'utf8').replace('1. the size', '1. the extent'))
    if (build(root).status !== 0) throw new Error('The dossier cannot be built.')
    return {root, files: filesOf(root)}
  })
  if (isSame(states[0].files, states[1].files)) throw new Error('The two states are the same.')
  return states
}

function put(root, state) {
  rmSync(join(root, 'documents'), {recursive: true, force: true})
  cpSync(join(state.root, 'documents'), join(root, 'documents'), {recursive: true})
}

const faults = []
/** Every file is that of one state or the other; the manifest can be read. */
function expectWhole(what, root, states) {
  for (const [path, bytes] of filesOf(root)) {
    if (path === 'manifest.json') JSON.parse(bytes.toString('utf8'))
    else if (!states.some(({files}) => files.get(path)?.equals(bytes)))
      faults.push(`${what}: ${path} is neither old nor new`)
  }
}

/** The next build is a clean one, and leaves nothing of what was unfinished. */
function expectRecovery(what, root, state) {
  const {status, stderr} = build(root)
  if (status !== 0) faults.push(`${what}: the next build ends with ${status}: ${stderr.slice(0, 200)}`)
  if (!isSame(filesOf(root), state.files)) faults.push(`${what}: the next build is not a clean one`)
  const left = readdirSync(join(root, 'out'), {recursive: true}).filter((path) =>
    unfinished.test(String(path)),
  )
  if (left.length > 0) faults.push(`${what}: ${left.join(', ')} is left`)
}

async function kills(states, rounds) {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-kill-'))
  const started = performance.now()
  put(root, states[0])
  build(root)
  const whole = performance.now() - started
  let unended = 0
  for (let round = 0; round < rounds; round++) {
    const what = `kill ${round + 1}`
    const state = states[(round + 1) % 2]
    put(root, state)
    // A third of the moments lie in the last part, where files are written.
    const at = (next() < 0.66 ? 0.6 + 0.5 * next() : next()) * whole
    const child = spawn(process.execPath, [command, 'build', '--root', root], {stdio: 'ignore'})
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

function disks(states, rounds) {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-disk-'))
  const mount = (options) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', root], {encoding: 'utf8'})
  const {status, stderr = 'there is no mount'} = mount('size=16m')
  if (status !== 0) return `skipped: a small file system cannot be mounted here (${stderr.trim()})`
  let full = 0
  try {
    put(root, states[0])
    build(root)
    for (let round = 0; round < rounds; round++) {
      const what = `disk ${round + 1}`
      const state = states[(round + 1) % 2]
      put(root, state)
      // Room for some of the files, and not for all.
      const used = Number(
        /(\d+) +\d+ +\d+%/.exec(execFileSync('df', ['-k', root], {encoding: 'utf8'}))?.[1] ?? 0,
      )
      execFileSync('mount', ['-o', `remount,size=${used + 4 + 4 * Math.floor(next() * 24)}k`, root])
      const result = build(root)
      if (result.status === 3) full++
      else if (result.status !== 0)
        faults.push(`${what}: ends with ${result.status}: ${result.stderr.slice(0, 200)}`)
      if (/\n +at /.test(result.stderr)) faults.push(`${what}: a stack is shown`)
      expectWhole(what, root, states)
      execFileSync('mount', ['-o', 'remount,size=16m', root])
      expectRecovery(what, root, state)
    }
  } finally {
    spawnSync('umount', [root])
    rmSync(root, {recursive: true, force: true})
  }
  return `${full} of ${rounds} builds found the disk full`
}

async function races(states, rounds) {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-race-'))
  mkdirSync(join(root, 'documents'))
  const counts = new Map()
  for (let round = 0; round < rounds; round++) {
    const what = `race ${round + 1}`
    const state = states[round % 2]
    put(root, state)
    const eight = Array.from({length: 8}, () => {
      const child = spawn(process.execPath, [command, 'build', '--root', root], {stdio: 'ignore'})
      return new Promise((resolve) => child.on('exit', resolve))
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

console.log(`seed ${values.seed}`)
const states = prepare()
console.log(await kills(states, Number(values.kills)))
console.log(disks(states, Number(values.disks)))
console.log(await races(states, Number(values.races)))
for (const {root} of states) rmSync(root, {recursive: true})
for (const fault of faults.slice(0, 20)) console.error(fault)
console.log(`${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
