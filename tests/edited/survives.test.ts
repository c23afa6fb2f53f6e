import {existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {run as buildCommand} from '../../src/commands/build.ts'
import {EnvironmentError} from '../../src/failure/index.ts'
import {build, write} from '../../src/index.ts'
import {withLock} from '../../src/write/index.ts'
import {type Ran, ran} from '../support/commands.ts'
import {byScript, editInPlace, words} from '../support/edited.ts'
import {bytesOf, copyFolder, fixtureRoot} from '../support/fixture-root.ts'
import {change, release, releaseRoot} from '../support/release.ts'

// What somebody changed in a Word file of out/ is never lost, whatever is done next. (A file in release/ is never
// overwritten at all: commands/release-refusals.test.ts.)

const path = 'sc58/bear-trade.en.docx'
let base: string
let root: string
beforeAll(async () => {
  base = await fixtureRoot()
  const result = await build({root: base})
  await write(base, result.outputs, result)
})
afterAll(() => rm(base, {recursive: true}))
beforeEach(async () => {
  root = await fixtureRoot()
  copyFolder(base, root)
})
afterEach(() => rm(root, {recursive: true}))

const out = (name: string): string => join(root, 'out', name)
const mine = words('the size of the trade', 'the SIZE of the trade')
const builds = (...args: string[]): Promise<Ran> => ran(buildCommand, [...args, '--root', root])

/** The copies in edited/, with their bytes. */
function copies(folder = root): Map<string, Uint8Array> {
  const all = existsSync(join(folder, 'edited'))
    ? readdirSync(join(folder, 'edited'), {recursive: true, encoding: 'utf8'})
    : []
  const files = all.filter((name) => name.endsWith('.docx')).sort()
  return new Map(files.map((name) => [name, readFileSync(join(folder, 'edited', name))]))
}

/** That there is one copy, and that it holds just these bytes. */
function expectKept(bytes: Uint8Array, name = /^sc58\/bear-trade\.en\.[0-9a-f]{8}\.docx$/): void {
  const kept = [...copies()]
  expect(kept.map(([file]) => file)).toEqual([expect.stringMatching(name)])
  expect(Buffer.compare(kept[0]?.[1] ?? new Uint8Array(), bytes)).toBe(0)
}

describe('an edited Word file is kept, and the message says where and what differs, by', () => {
  test.each([
    ['build', []],
    ['build --language', ['--language', 'en']],
    ['build of the document', ['sc58/bear-trade']],
    ['build --format', ['--format', 'docx']],
  ])('%s', async (_, args) => {
    const due = readFileSync(out(path))
    const bytes = editInPlace(out(path), mine)
    const {status, err} = await builds(...args)
    expectKept(bytes)
    const [name] = copies().keys()
    expect(err).toBe(
      `out/${path}:1:1: warning word-file-edited: This Word file was edited after it was built, and a build writes it anew. It is kept as edited/${name}. Take its changes over into documents/sc58/bear-trade/ and build again.\n  changed, decision-parties.size, “the size of the trade; and”: “size” → “SIZE”\n`,
    )
    expect(status).toBe(0)
    expect(Buffer.compare(readFileSync(out(path)), due)).toBe(0)
  })

  test('release', async () => {
    const folder = await releaseRoot()
    try {
      const file = join(folder, 'out/sc58/internet-trade.fr.docx')
      const bytes = editInPlace(file)
      const {status, err} = await release(folder, 'sc58/internet-trade', '--number', '24')
      expect(status).toBe(0)
      const [[name = '', kept = new Uint8Array()] = []] = copies(folder)
      expect(name).toMatch(/^sc58\/internet-trade\.fr\.[0-9a-f]{8}\.docx$/)
      expect(Buffer.compare(kept, bytes)).toBe(0)
      expect(err).toContain(`It is kept as edited/${name}.`)
    } finally {
      await rm(folder, {recursive: true})
    }
  })
})

describe('an edited Word file is left where it is by', () => {
  test.each([
    ['build of another document', ['sc58/otter-trade']],
    ['build --language of another language', ['--language', 'fr']],
    ['build --format html', ['--format', 'html']],
  ])('%s', async (_, args) => {
    const bytes = editInPlace(out(path), mine)
    expect((await builds(...args)).err).toBe('')
    expect(Buffer.compare(readFileSync(out(path)), bytes)).toBe(0)
    expect([...copies()]).toEqual([])
  })

  test('a build that refuses the document', async () => {
    const bytes = editInPlace(out(path), mine)
    writeFileSync(join(root, 'documents/sc58/bear-trade/body.en.md'), 'no title\n')
    expect((await builds()).status).toBe(1)
    expect(Buffer.compare(readFileSync(out(path)), bytes)).toBe(0)
  })

  test('build --verify, which says that it was edited', async () => {
    const bytes = editInPlace(out(path), mine)
    const before = await bytesOf(root)
    const {status, err} = await builds('--verify')
    expect(status).toBe(1)
    expect(err).toContain(`out/${path} is not what the sources give: other words\n`)
    expect(err).toContain('A build keeps it in edited/. Take its changes over')
    expect(err).toContain('“size” → “SIZE”')
    expect(await bytesOf(root)).toEqual(before)
    expect(Buffer.compare(readFileSync(out(path)), bytes)).toBe(0)
  })

  test('a build while another command writes', async () => {
    const bytes = editInPlace(out(path), mine)
    await withLock(root, () => expect(builds()).rejects.toThrow('is writing here at this moment'))
    expect(Buffer.compare(readFileSync(out(path)), bytes)).toBe(0)
    expect([...copies()]).toEqual([])
  })

  test('a build that cannot keep it, which then overwrites nothing', async () => {
    const bytes = editInPlace(out(path), mine)
    writeFileSync(join(root, 'edited'), 'a file, where the folder should be')
    writeFileSync(out('sc58/bear-trade.fr.txt'), 'old\n')
    const failed = builds()
    await expect(failed).rejects.toThrow(EnvironmentError)
    await expect(failed).rejects.toThrow(
      `out/${path} was edited, and a copy of it could not be kept. Nothing was overwritten.`,
    )
    expect(Buffer.compare(readFileSync(out(path)), bytes)).toBe(0)
    expect(readFileSync(out('sc58/bear-trade.fr.txt'), 'utf8')).toBe('old\n')
  })
})

// No decision names this one as the document that it comes from.
const other = 'sc58/otter-trade.en.docx'
const otherCopy = /^sc58\/otter-trade\.en\.[0-9a-f]{8}\.docx$/

test('the edited file of a document that is gone is kept, and removed from out/ with the others', async () => {
  const bytes = editInPlace(out(other), mine)
  rmSync(join(root, 'documents/sc58/otter-trade'), {recursive: true})
  const {out: said, err} = await builds()
  expectKept(bytes, otherCopy)
  expect(err).toContain('and nothing makes it any more. It is kept as edited/')
  expect(err).toContain('changed, decision-parties.size, “the SIZE of the trade; and”\n')
  expect(existsSync(out(other))).toBe(false)
  expect(said).toContain(
    `removed out/${other} and 8 more files: there is no document sc58/otter-trade any more\n`,
  )
})

test('the edited file of a document that is gone, which no manifest names, is kept once and stays where it is', async () => {
  const bytes = editInPlace(out(other), mine)
  rmSync(join(root, 'documents/sc58/otter-trade'), {recursive: true})
  rmSync(out('sc58/otter-trade.manifest.json'))
  expect((await builds()).err).toContain('It is kept as edited/')
  expect((await builds()).err).toBe('')
  expectKept(bytes, otherCopy)
  expect(Buffer.compare(readFileSync(out(other)), bytes)).toBe(0)
})

test('the edited file of a document whose folder has another name now is kept', async () => {
  const bytes = editInPlace(out(other), mine)
  renameSync(join(root, 'documents/sc58/otter-trade'), join(root, 'documents/sc58/otters'))
  await builds()
  expectKept(bytes, otherCopy)
  expect(existsSync(out('sc58/otters.en.docx'))).toBe(true)
})

test('the edited file of a document whose symbol has changed is kept', async () => {
  const bytes = editInPlace(out(path), mine, byScript)
  await change(root, 'documents/sc58/bear-trade/document.yaml', '"12"', '"14"')
  const {err} = await builds()
  expectKept(bytes)
  // The number stands on the cover, and nobody typed it there.
  expect(err).toContain('“size” → “SIZE”')
})

test('the same content is kept once, and other content beside it', async () => {
  const first = editInPlace(out(path), mine)
  await builds()
  writeFileSync(out(path), first)
  await builds()
  expectKept(first)
  editInPlace(out(path), words('its value', 'its VALUE'))
  await builds()
  expect(copies().size).toBe(2)
})

test('a copy on which somebody went on is not overwritten', async () => {
  const first = editInPlace(out(path), mine)
  await builds()
  const [name = ''] = copies().keys()
  writeFileSync(join(root, 'edited', name), 'more of mine')
  writeFileSync(out(path), first)
  await builds()
  expect(await readFile(join(root, 'edited', name), 'utf8')).toBe('more of mine')
  expect([...copies().values()].some((bytes) => Buffer.compare(bytes, first) === 0)).toBe(true)
})

test('a program that calls the library has it kept as well', async () => {
  const bytes = editInPlace(out(path), mine)
  const result = await build({root})
  const {edited} = await write(root, result.outputs, result)
  expectKept(bytes)
  expect(edited.map(({path: file, changes}) => [file, changes?.length])).toEqual([[path, 1]])
})

test('of many edited files the first ones are told one by one', async () => {
  const names = ['bear', 'otter'].flatMap((animal) =>
    ['en', 'fr'].map((code) => `sc58/${animal}-trade.${code}.docx`),
  )
  for (const name of names) editInPlace(out(name))
  const {err} = await builds()
  expect(copies().size).toBe(names.length)
  expect(err.match(/word-file-edited/g)).toHaveLength(names.length)
  expect(err).toContain(
    '  Its words are as they were: what differs is how they look, or what stands beside them.\n',
  )
})
