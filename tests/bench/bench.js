// npm run bench: how long the command takes, as multiples of an empty Node process in the same run.
// Absolute times differ from machine to machine and are printed only for orientation.
import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {certifyDocx} from '../../dist/certify/index.js'
import {checkContent} from '../../dist/content.js'
import {formats} from '../../dist/render/index.js'

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
  execFileSync(process.execPath, [join(project, 'dist/cites-docs.js'), ...args, '--root', root], {
    stdio: 'ignore',
  })

/** Every Word file of the content, rendered, and how long it takes to render them and to read them back. */
async function certificateTimes() {
  const {compositions, dossier} = await checkContent({root})
  const {styles, numbering} = dossier.templates
  const files = []
  const started = performance.now()
  for (const {tree} of compositions) {
    const finished = {tree, styles, numbering}
    files.push({finished, bytes: await formats.get('docx').render(finished)})
  }
  const rendered = performance.now()
  for (const {finished, bytes} of files) certifyDocx('a file of the bench', bytes, finished)
  return {rendering: rendered - started, certifying: performance.now() - rendered}
}

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
  const {rendering, certifying} = await certificateTimes()
  cases.push(['render the Word files', rendering], ['certify the Word files', certifying])
  for (const [name, time] of cases)
    console.log(
      `${name.padEnd(26)} ${(time / empty).toFixed(1).padStart(6)} ×   ${time.toFixed(0).padStart(6)} ms`,
    )
  console.log(`Certificates cost ${(certifying / rendering).toFixed(2)} of the rendering of the Word files.`)
} finally {
  rmSync(root, {recursive: true, force: true})
}
