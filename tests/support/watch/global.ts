import {mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'rolldown'
import {writeOnlyBuilt} from '../only-built.ts'

const actual = fileURLToPath(new URL('../../.actual', import.meta.url))
const notes = join(actual, 'outputs-read')

/** Before all tests: every process that they start reads what it writes. */
export async function setup(): Promise<void> {
  rmSync(notes, {recursive: true, force: true})
  mkdirSync(notes, {recursive: true})
  const file = join(actual, 'preload.js')
  await build({
    input: fileURLToPath(new URL('preload.ts', import.meta.url)),
    platform: 'node',
    output: {file, codeSplitting: false},
  })
  await writeOnlyBuilt()
  process.env.CITES_DOCS_OUTPUTS_READ = notes
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${pathToFileURL(file)}`
}

/** After all tests: none of the outputs may hold what a reader must not meet. */
export function teardown(): void {
  const files = readdirSync(notes)
  const faults = files.flatMap((name) => readFileSync(join(notes, name), 'utf8').split('\n').filter(Boolean))
  console.log(`${files.length} different outputs of this run were read: ${faults.length} faults.`)
  if (faults.length === 0) return
  for (const fault of faults.slice(0, 20)) console.error(fault)
  process.exitCode = 1
}
