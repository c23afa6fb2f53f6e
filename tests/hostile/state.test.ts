import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {caps} from '../../src/load/index.ts'
import {repository} from '../support/content-root.ts'
import {type Ended, runFresh} from './fresh.ts'

// What commands leave, and what is committed beside the sources, may come from anybody and be of any size. It is not read
// to find that out.
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-state-'))
  cpSync(join(repository, 'tests/fixtures/small-dossier/documents'), join(root, 'documents'), {
    recursive: true,
  })
})
afterEach(() => rmSync(root, {recursive: true}))

const document = 'sc58/bear-trade'
const gigabytes = 3 * 1024 ** 3
const put = (path: string, words: string): string => {
  const file = join(root, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, words)
  return file
}
/** Takes no room on the disk: nothing but its length is there. */
const putHole = (path: string, bytes = gigabytes): string => {
  const file = put(path, '')
  truncateSync(file, bytes)
  return file
}
const run = async (...args: string[]): Promise<Ended> => {
  const ended = await runFresh([...args, '--root', root])
  expect(ended.err).not.toContain('fault of cites-docs')
  expect(ended.mebibytes).toBeLessThan(160)
  expect(ended.cpuSeconds).toBeLessThan(4)
  return ended
}

test('a lock of 3 GB is taken over when it is old', async () => {
  const lock = putHole('.cites-docs/lock')
  expect(await run('build', document)).toMatchObject({
    status: 3,
    err: expect.stringContaining('delete .cites-docs/lock'),
  })
  utimesSync(lock, 0, 0)
  expect(await run('build', document)).toMatchObject({status: 0})
})

test('an output of 3 GB is written anew, a Word file is kept, since somebody may have made it', async () => {
  const page = putHole(`out/${document}.en.html`)
  expect(await run('build')).toMatchObject({status: 0})
  expect(readFileSync(page, 'utf8')).toContain('<html')
  putHole(`out/${document}.en.docx`)
  expect(await run('build')).toMatchObject({status: 3, err: expect.stringContaining('larger than 32 MiB')})
})

test('a source of 3 GB is named with its size, by --fix too', async () => {
  for (const file of ['sc58/bear-trade/body.en.md', 'decisions/bear-trade/translation.fr.jsonl']) {
    const path = `documents/${file}`
    putHole(path)
    for (const command of [['check'], ['check', '--fix'], ['build']])
      expect(await run(...command)).toMatchObject({
        status: 1,
        err: expect.stringMatching(`${path}:.*file-size`),
      })
    rmSync(join(root, path))
  }
})

test('a manifest that names a hundred thousand files', async () => {
  const names = Array.from({length: 100_000}, (_, at) => `"a${at}.html": "sha256-${'0'.repeat(64)}"`)
  const manifest = put('out/manifest.json', `{"files": {${names.join(',\n')}}}`)
  expect(await run('build')).toMatchObject({status: 0})
  expect(readFileSync(manifest, 'utf8').length).toBeLessThan(10_000)
})

test('a document.yaml that is indented throughout, or ends with “...”, is released', async () => {
  const decisions = 'documents/decisions/bear-trade/decisions.yaml'
  put(decisions, readFileSync(join(root, decisions), 'utf8').replaceAll(', example: true', ''))
  const path = `documents/${document}/document.yaml`
  const yaml = readFileSync(join(root, path), 'utf8')
  for (const [at, text] of [yaml.replace(/^/gm, '  ').trimEnd(), `${yaml}...\n`].entries()) {
    put(path, text)
    expect(await run('release', document, '--number', `3${at}`), text).toMatchObject({status: 0})
    expect(await run('check', document), text).toMatchObject({status: 0})
    expect(readFileSync(join(root, path), 'utf8')).toContain(`3${at}`)
  }
})

test('a list of digests of 3 GB, of as many lines as it can have, and of words', async () => {
  const decisions = 'documents/decisions/bear-trade/decisions.yaml'
  put(decisions, readFileSync(join(root, decisions), 'utf8').replaceAll(', example: true', ''))
  const release = ['release', document, '--number', '36']
  const sums = putHole('release/SHA256SUMS')
  expect(await run(...release)).toMatchObject({status: 3, err: expect.stringContaining('Move it away')})
  writeFileSync(sums, 'x\n'.repeat(caps.yamlBytes.most / 2))
  const refused = await run(...release)
  expect(refused.status).toBe(1)
  expect(refused.err.split('release-sums')).toHaveLength(21)
  const names = Array.from({length: 10_000}, (_, at) => `${'0'.repeat(64)}  ${at}.docx\n`)
  writeFileSync(sums, names.join(''))
  expect(await run(...release)).toMatchObject({status: 0})
  expect(readFileSync(sums, 'utf8').split('\n')).toHaveLength(5)
  expect(existsSync(join(root, 'release/E58-36.docx'))).toBe(true)
})
