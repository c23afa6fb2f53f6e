import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build, write} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {bytesOf, fixtureRoot} from '../support/fixture-root.ts'

// Two officers change a document each, build, and hand in out/: neither has touched what the other hands in.
const own = /^sc58\/(bear|otter)-trade\.(?:.+\.(?:docx|html|units\.txt)|manifest\.json)$/
let root: string
beforeAll(async () => {
  root = await fixtureRoot()
  await built(root)
})
afterAll(() => rm(root, {recursive: true}))

async function built(folder: string): Promise<Map<string, string>> {
  const result = await build({root: folder})
  expect(besideLedgers(result.messages)).toEqual([])
  await write(folder, result.outputs, result)
  return bytesOf(join(folder, 'out'))
}

/** What stands in out/ once a word of these documents was changed in a copy. */
async function branch(...documents: string[]): Promise<Map<string, string>> {
  const copy = await mkdtemp(join(tmpdir(), 'cites-docs-branch-'))
  try {
    await cp(root, copy, {recursive: true})
    for (const document of documents) {
      const body = join(copy, `documents/sc58/${document}/body.en.md`)
      await writeFile(body, (await readFile(body, 'utf8')).replace('1. the size', '1. the extent'))
    }
    return await built(copy)
  } finally {
    await rm(copy, {recursive: true})
  }
}

test('what they hand in of the documents is put together without a conflict, and is what a build of both gives', async () => {
  const base = await bytesOf(join(root, 'out'))
  const [bears, otters, both] = [
    await branch('bear-trade'),
    await branch('otter-trade'),
    await branch('bear-trade', 'otter-trade'),
  ]
  const changedIn = (files: Map<string, string>): string[] =>
    [...files].filter(([path, bytes]) => own.test(path) && base.get(path) !== bytes).map(([path]) => path)
  const names = ['en.docx', 'en.html', 'en.units.txt', 'manifest.json']
  expect(changedIn(bears).sort()).toEqual(names.map((name) => `sc58/bear-trade.${name}`))
  expect(changedIn(otters).sort()).toEqual(names.map((name) => `sc58/otter-trade.${name}`))
  for (const files of [bears, otters])
    for (const path of changedIn(files)) expect(files.get(path) === both.get(path), path).toBe(true)
})

test('the manifest of what is only built names no file that is handed in', async () => {
  const {files} = JSON.parse(await readFile(join(root, 'out/manifest.json'), 'utf8'))
  expect(Object.keys(files)).toContain('bitext/sc58/bear-trade.html')
  expect(Object.keys(files).filter((path) => own.test(path))).toEqual([])
})
