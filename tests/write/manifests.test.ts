import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {verify, write} from '../../src/write/index.ts'
import {outputsWriter} from '../../src/write-outputs.ts'
import {bytesOf} from '../support/fixture-root.ts'
import {digestOf, madeOutputs, manifestOf} from '../support/manifests.ts'

// A manifest of its own beside the outputs of each document, and out/manifest.json for what is about all of them.
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-manifests-'))
})
afterEach(() => rmSync(root, {recursive: true}))

const whole = {isPartial: false}
const part = {isPartial: true}
const bears = {'en.rtf': 'b1', 'en.txt': 'b2', 'fr.txt': 'b3'}
const otters = {'en.txt': 'o'}
const pages = {'index.txt': 'i', 'dashboard/index.fr.txt': 'd'}
const both = madeOutputs({'sc58/bears': bears, 'sc58/otters': otters}, pages)
const out = (): Promise<Map<string, string>> => bytesOf(join(root, 'out'))
const put = (path: string, words: string): void => {
  mkdirSync(dirname(join(root, 'out', path)), {recursive: true})
  writeFileSync(join(root, 'out', path), words)
}
/** Paths of files that are there, changed or gone since. */
async function changedSince(before: Map<string, string>): Promise<string[]> {
  const after = await out()
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort()
}

test('names the outputs of its document, sorted, one a line; the one for all names the others', async () => {
  await write(root, new Map([...both].reverse()), whole)
  const files = await out()
  expect(files.get('sc58/bears.manifest.json')).toBe(
    manifestOf({'bears.en.rtf': 'b1', 'bears.en.txt': 'b2', 'bears.fr.txt': 'b3'}),
  )
  expect(files.get('sc58/otters.manifest.json')).toBe(manifestOf({'otters.en.txt': 'o'}))
  expect(files.get('manifest.json')).toBe(manifestOf({'dashboard/index.fr.txt': 'd', 'index.txt': 'i'}))
  expect([...files.keys()].filter((path) => path.endsWith('manifest.json'))).toHaveLength(3)
})

test('changes with its own document alone', async () => {
  await write(root, both, whole)
  const before = await out()
  await write(root, madeOutputs({'sc58/bears': bears, 'sc58/otters': {'en.txt': 'new'}}, pages), whole)
  expect(await changedSince(before)).toEqual(['sc58/otters.en.txt', 'sc58/otters.manifest.json'])
})

test('appears and goes with its document, and no other changes', async () => {
  await write(root, madeOutputs({'sc58/bears': bears}, pages), whole)
  const before = await out()
  await write(root, both, whole)
  expect(await changedSince(before)).toEqual(['sc58/otters.en.txt', 'sc58/otters.manifest.json'])
  const {removed} = await write(root, madeOutputs({'sc58/bears': bears}, pages), whole)
  expect(removed).toEqual(['sc58/otters.en.txt'])
  expect(await changedSince(before)).toEqual([])
})

test('takes an empty folder with it', async () => {
  await write(root, madeOutputs({'sc58/bears': bears, 'cop15/otters': otters}), whole)
  await write(root, madeOutputs({'sc58/bears': bears}), whole)
  expect([...(await out()).keys()].filter((path) => path.startsWith('cop15'))).toEqual([])
  await expect(bytesOf(join(root, 'out/cop15'))).rejects.toThrow('ENOENT')
})

test('goes although somebody has changed an output, which is theirs and stays', async () => {
  await write(root, both, whole)
  put('sc58/otters.en.txt', 'mine')
  await write(root, madeOutputs({'sc58/bears': bears}, pages), whole)
  const files = await out()
  expect(files.has('sc58/otters.manifest.json')).toBe(false)
  expect(files.get('sc58/otters.en.txt')).toBe('mine')
})

describe('in a build of a part', () => {
  test('the outputs of its document that were not asked for stay named', async () => {
    await write(root, both, whole)
    const before = await out()
    await write(root, madeOutputs({'sc58/bears': {'fr.txt': 'new'}}), part)
    expect(await changedSince(before)).toEqual(['sc58/bears.fr.txt', 'sc58/bears.manifest.json'])
    expect((await out()).get('sc58/bears.manifest.json')).toBe(
      manifestOf({'bears.en.rtf': 'b1', 'bears.en.txt': 'b2', 'bears.fr.txt': 'new'}),
    )
  })

  test('those of documents of which nothing is made are not even looked at', async () => {
    await write(root, both, whole)
    put('sc58/otters.manifest.json', 'in conflict')
    rmSync(join(root, 'out/index.txt'))
    const before = await out()
    await write(root, madeOutputs({'sc58/bears': bears}), part)
    expect(await changedSince(before)).toEqual([])
    await write(root, new Map(), part)
    expect(await changedSince(before)).toEqual([])
  })
})

test('while outputs are replaced, names the old bytes too, and only that of their document', async () => {
  await write(root, both, whole)
  rmSync(join(root, 'out/sc58/otters.en.txt'))
  mkdirSync(join(root, 'out/sc58/otters.en.txt/in-the-way'), {recursive: true})
  const before = await out()
  const changed = madeOutputs({'sc58/bears': bears, 'sc58/otters': {'en.txt': 'new'}}, {'index.txt': 'new'})
  await expect(write(root, changed, whole)).rejects.toThrow('Move it away.')
  expect(await changedSince(before)).toEqual(['sc58/otters.manifest.json'])
  expect(JSON.parse((await out()).get('sc58/otters.manifest.json') ?? '')).toEqual({
    files: {'otters.en.txt': digestOf('new')},
    before: {'otters.en.txt': [digestOf('o')]},
  })
})

describe('verify', () => {
  beforeEach(() => write(root, both, whole))

  test('says nothing of what a build has written', async () => {
    expect(await verify(root, both, whole)).toEqual([])
  })

  test('names manifests that are missing, that say something else, and those of documents that are gone', async () => {
    rmSync(join(root, 'out/sc58/bears.manifest.json'))
    put('manifest.json', '{}')
    expect(await verify(root, madeOutputs({'sc58/bears': bears}, pages), whole)).toEqual([
      {path: 'sc58/bears.manifest.json', kind: 'missing'},
      {path: 'sc58/otters.en.txt', kind: 'left'},
      {path: 'sc58/otters.manifest.json', kind: 'left'},
    ])
  })

  test('of a part looks at the manifests of that part', async () => {
    rmSync(join(root, 'out/sc58/otters.manifest.json'))
    expect(await verify(root, madeOutputs({'sc58/bears': {'fr.txt': 'b3'}}), part)).toEqual([])
    expect(await verify(root, madeOutputs({'sc58/otters': otters}), part)).toEqual([
      {path: 'sc58/otters.manifest.json', kind: 'missing'},
    ])
  })
})

test.each([1, 1_000])(
  'outputs that are written while others are made leave the same, %i bytes at a time',
  async (most) => {
    const later = madeOutputs({'sc58/bears': {'en.rtf': 'new'}, 'sc58/otters': otters}, {'index.txt': 'i'})
    const earlier = madeOutputs({'sc58/bears': bears, 'sc58/wolves': otters}, pages)
    for (const options of [part, whole]) {
      await write(root, earlier, whole)
      const {removed} = await write(root, later, options)
      const due = await out()
      await write(root, earlier, whole)
      const writer = outputsWriter(root, most)
      for (const name of ['sc58/bears', 'sc58/otters', undefined])
        await writer.take(new Map([...later].filter(([, {document}]) => document?.path === name)))
      const done = await writer.finish(options)
      expect(done.removed.sort()).toEqual([...removed].sort())
      expect(done.written).toContain('sc58/otters.en.txt')
      expect(await out()).toEqual(due)
      rmSync(join(root, 'out'), {recursive: true})
    }
  },
)
