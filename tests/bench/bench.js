// npm run bench: how long the command takes, as multiples of an empty Node process in the same run.
// Absolute times differ from machine to machine and are printed only for orientation.
import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
const rounds = 5

function milliseconds(run) {
  const times = Array.from({length: rounds}, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]
}

const root = mkdtempSync(join(tmpdir(), 'cites-docs-bench-'))
cpSync(join(project, 'documents'), join(root, 'documents'), {recursive: true})
const cli = (...args) =>
  execFileSync(process.execPath, [join(project, 'dist/cli.js'), ...args, '--root', root], {stdio: 'ignore'})

try {
  const empty = milliseconds(() => execFileSync(process.execPath, ['-e', '0']))
  const cases = [
    ['empty Node process', empty],
    [
      'clean build',
      milliseconds(() => {
        rmSync(join(root, 'out'), {recursive: true, force: true})
        cli('build')
      }),
    ],
    ['build with nothing to do', milliseconds(() => cli('build'))],
    ['check', milliseconds(() => cli('check'))],
  ]
  for (const [name, time] of cases)
    console.log(
      `${name.padEnd(26)} ${(time / empty).toFixed(1).padStart(6)} ×   ${time.toFixed(0).padStart(6)} ms`,
    )
} finally {
  rmSync(root, {recursive: true, force: true})
}
