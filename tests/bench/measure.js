// What a command takes: seconds of CPU (user and system, of all processes that it starts) and by the clock, and the largest
// memory of a Node process. Absolute figures differ from machine to machine: they are for ratios within one run.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const notes = mkdtempSync(join(tmpdir(), 'cites-docs-memory-'))
process.on('exit', () => rmSync(notes, {recursive: true, force: true}))
const noteMemory = pathToFileURL(fileURLToPath(new URL('note-memory.js', import.meta.url))).href

/** Whether a program is there; one that is absent is named in the table. */
export function isThere(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, name)))
}

/**
 * The medians of some runs.
 *
 * @param {string} shell  lines for bash
 * @param {{runs: number, before?: () => void, cwd?: string, times?: number}} options  `before`: what is done before each run;
 *   `times`: how often a short command runs within one, so that it can be measured
 * @returns {{cpu: number, wall: number, mebibytes: number | undefined}}
 */
export function measure(shell, {runs, before, cwd, times = 1}) {
  const found = Array.from({length: runs}, () => {
    before?.()
    return once(times === 1 ? shell : `for i in $(seq ${times}); do ${shell}; done`, cwd)
  })
  const median = (of) => found.map(of).sort((a, b) => a - b)[Math.floor(runs / 2)]
  const memory = median(({mebibytes}) => mebibytes)
  return {
    cpu: median(({cpu}) => cpu) / times,
    wall: median(({wall}) => wall) / times,
    mebibytes: memory || undefined,
  }
}

function once(shell, cwd) {
  for (const name of readdirSync(notes)) rmSync(join(notes, name))
  const {status, stderr} = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%R %U %S'; time { ${shell}\n} >/dev/null 2>&1`],
    {
      cwd,
      encoding: 'utf8',
      env: {...process.env, CI: '', CITES_DOCS_MEMORY: notes, NODE_OPTIONS: `--import=${noteMemory}`},
    },
  )
  if (status !== 0 && status !== 1) throw new Error(`${shell} ended with ${status}: ${stderr}`)
  const [wall, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  const peaks = readdirSync(notes).map((name) => Number(readFileSync(join(notes, name), 'utf8')))
  return {cpu: user + system, wall, mebibytes: Math.max(0, ...peaks) / 1024}
}
