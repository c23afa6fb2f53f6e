import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('what a test keeps in memory is read', async () => {
  const root = await fixtureRoot()
  const {outputs} = await build({root, documents: ['sc58/bear-trade'], languages: ['en']})
  rmSync(root, {recursive: true})
  const read = readdirSync(process.env.CITES_DOCS_OUTPUTS_READ ?? '')
  expect(outputs.size).toBe(4)
  for (const [path, {bytes}] of outputs) expect(read).toContain(digestOf(bytes) + extname(path))
})

// The reader of all outputs of a test run (tests/support/watch/) is at work in the processes that tests start.
test('what a process puts into its place in out/ is read, and what is wrong with it is noted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cites-docs-watch-'))
  const [notes, out] = [join(folder, 'notes'), join(folder, 'out')]
  for (const path of [notes, out]) mkdirSync(path)
  const script = `
    import {rename, writeFile} from 'node:fs/promises'
    for (const [name, text] of [['good.txt', 'Bears'], ['bad.html', '<script>x</script>'], ['no.bin', '<script>']]) {
      await writeFile(name + '.tmp', text)
      await rename(name + '.tmp', ${JSON.stringify(out)} + '/' + name)
    }`
  const {status} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: {...process.env, CITES_DOCS_OUTPUTS_READ: notes},
  })
  expect(status).toBe(0)
  const found = readdirSync(notes).map((name) => readFileSync(join(notes, name), 'utf8'))
  expect(found.sort()).toEqual(['', 'bad.html: a script\nbad.html: no policy'])
  rmSync(folder, {recursive: true})
})
