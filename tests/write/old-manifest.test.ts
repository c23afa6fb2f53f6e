import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {verify, write} from '../../src/write/index.ts'
import {bytesOf} from '../support/fixture-root.ts'
import {digestOf, madeOutputs, manifestOf} from '../support/manifests.ts'

// An out/ of the time when out/manifest.json named everything is taken over by the next build: nothing is lost or written anew.
const whole = {isPartial: false}
const part = {isPartial: true}
const pages = {'index.txt': 'i', 'dashboard/index.fr.txt': 'd'}
const bears = {'en.txt': 'b1', 'fr.txt': 'b2'}
const otters = {'en.txt': 'o'}
const both = madeOutputs({'sc58/bears': bears, 'sc58/otters': otters}, pages)
const old = {
  'dashboard/index.fr.txt': 'd',
  'index.txt': 'i',
  'sc58/bears.en.txt': 'b1',
  'sc58/bears.fr.txt': 'b2',
  'sc58/otters.en.txt': 'o',
}

let root: string
let fresh: Map<string, string>
const out = (): Promise<Map<string, string>> => bytesOf(join(root, 'out'))
const manifest = (path: string): string => readFileSync(join(root, 'out', path), 'utf8')
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-old-'))
  await write(root, both, whole)
  fresh = await out()
  for (const document of ['bears', 'otters']) rmSync(join(root, `out/sc58/${document}.manifest.json`))
  writeFileSync(join(root, 'out/manifest.json'), manifestOf(old))
})
afterEach(() => rmSync(root, {recursive: true}))

test('by a build of everything', async () => {
  expect(await verify(root, both, whole)).toEqual([
    {path: 'sc58/bears.manifest.json', kind: 'missing'},
    {path: 'sc58/otters.manifest.json', kind: 'missing'},
  ])
  expect(await write(root, both, whole)).toMatchObject({written: [], removed: []})
  expect(await out()).toEqual(fresh)
})

test('also where a document or a language is gone meanwhile: what it left is known for ours', async () => {
  const {removed} = await write(root, madeOutputs({'sc58/bears': {'en.txt': 'b1'}}, pages), whole)
  expect(removed).toEqual(['sc58/bears.fr.txt', 'sc58/otters.en.txt'])
  expect(manifest('sc58/bears.manifest.json')).toBe(manifestOf({'bears.en.txt': 'b1'}))
  expect(manifest('manifest.json')).toBe(manifestOf({'dashboard/index.fr.txt': 'd', 'index.txt': 'i'}))
})

test('by a build of a part, which leaves what it names of the others where it is', async () => {
  await write(root, madeOutputs({'sc58/bears': {'fr.txt': 'new'}}), part)
  expect(manifest('sc58/bears.manifest.json')).toBe(manifestOf({'bears.en.txt': 'b1', 'bears.fr.txt': 'new'}))
  expect(manifest('manifest.json')).toBe(manifestOf(old))
  await write(root, both, whole)
  expect(await out()).toEqual(fresh)
})

test('a document that could not be built until it was deleted is not forgotten', async () => {
  const rest = madeOutputs({'sc58/bears': bears}, pages)
  await write(root, madeOutputs({'sc58/bears': bears}), part)
  const {removed} = await write(root, rest, whole)
  expect(removed).toEqual(['sc58/otters.en.txt'])
  expect(await verify(root, rest, whole)).toEqual([])
})

test('a file that somebody has changed since is theirs and stays', async () => {
  writeFileSync(join(root, 'out/sc58/otters.en.txt'), 'mine')
  await write(root, madeOutputs({'sc58/bears': bears}, pages), whole)
  expect((await out()).get('sc58/otters.en.txt')).toBe('mine')
})

test('after an old build that was killed, the bytes that it replaced are known too', async () => {
  const {files} = JSON.parse(manifestOf(old))
  const killed = {files: {...files, 'sc58/otters.en.txt': digestOf('never written')}, before: files}
  writeFileSync(join(root, 'out/manifest.json'), JSON.stringify(killed))
  await write(root, madeOutputs({'sc58/bears': bears}, pages), whole)
  expect((await out()).has('sc58/otters.en.txt')).toBe(false)
})

test('once a document has a manifest of its own, that alone counts', async () => {
  await write(root, madeOutputs({'sc58/bears': bears}), part)
  writeFileSync(join(root, 'out/manifest.json'), manifestOf({...old, 'sc58/bears.es.txt': 'mine'}))
  writeFileSync(join(root, 'out/sc58/bears.es.txt'), 'mine')
  await write(root, both, whole)
  expect(await out()).toEqual(new Map([...fresh, ['sc58/bears.es.txt', 'mine']]))
})
