import {existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {strToU8, zipSync} from 'fflate'
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest'
import {run as buildCommand} from '../../src/commands/build.ts'
import {build, write} from '../../src/index.ts'
import {type Ran, ran} from '../support/commands.ts'
import {edited} from '../support/edited.ts'
import {copyFolder, fixtureRoot} from '../support/fixture-root.ts'

// What stands in out/ may come from anybody. It is looked at with caps, kept where it may be somebody's work, and never
// ends a command in any way but with a message.

const path = 'sc58/bear-trade.en.docx'
let base: string
let root: string
let due: Uint8Array
beforeAll(async () => {
  base = await fixtureRoot()
  const result = await build({root: base, formats: ['docx']})
  await write(base, result.outputs, result)
  due = readFileSync(join(base, 'out', path))
})
afterAll(() => rm(base, {recursive: true}))
beforeEach(async () => {
  root = await fixtureRoot()
  copyFolder(base, root)
})
afterEach(() => rm(root, {recursive: true}))

const target = (): string => join(root, 'out', path)
const builds = (...args: string[]): Promise<Ran> =>
  ran(buildCommand, ['--format', 'docx', ...args, '--root', root])

/** 8 GiB of spaces say that they are few. */
function withFalseSize(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const central = copy.lastIndexOf('PK\u0001\u0002')
  copy.writeUInt32LE(10, central + 24)
  return copy
}

const spaces = strToU8(' '.repeat(40_000_000))
const bomb = zipSync({'word/document.xml': [spaces, {level: 9}]}, {mtime: new Date(1980, 0, 1, 12)})
const deep = `<w:document>${'<w:p>'.repeat(20_000)}${'</w:p>'.repeat(20_000)}</w:document>`

test.each<[string, () => Uint8Array]>([
  ['is cut off', () => due.subarray(0, due.length / 2)],
  ['lacks its last byte', () => due.subarray(0, -1)],
  ['is empty', () => new Uint8Array()],
  [
    'has a byte of its words changed',
    () => {
      const words = Buffer.from(due).indexOf('</w:t>')
      return Uint8Array.from(due, (byte, at) => (at === words - 1 ? byte ^ 1 : byte))
    },
  ],
  ['is text', () => strToU8('<<<<<<< HEAD\n')],
  ['is an archive of other things', () => zipSync({'a.txt': strToU8('a')})],
  ['unpacks to more than any document', () => bomb],
  ['says that it unpacks to little and does not', () => withFalseSize(bomb)],
  ['has XML that is not well formed', () => edited(due, (xml) => xml.slice(0, -9))],
  ['has XML with a document type', () => edited(due, () => '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
])('a file that %s is kept and named', async (_, make) => {
  const bytes = make()
  writeFileSync(target(), bytes)
  const {status, err} = await builds()
  expect(status).toBe(0)
  const [, kept = ''] = /word-file-damaged: .* It is kept as (edited\/\S+\.docx)\./.exec(err) ?? []
  expect(Buffer.compare(readFileSync(join(root, kept)), bytes)).toBe(0)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(Buffer.compare(readFileSync(target()), due)).toBe(0)
})

test('a file that is nested deeper than anything can walk is kept', async () => {
  const bytes = edited(due, () => deep)
  writeFileSync(target(), bytes)
  const {status, err} = await builds()
  expect(status).toBe(0)
  expect(err).toMatch(/warning word-file-(?:edited|damaged): .* It is kept as edited\//)
})

test('words and ids from the file are printed without controls', async () => {
  const bytes = edited(due, (xml) => xml.replace('the size of the trade', '\u202e::error::\u2066 the size'), {
    time: new Date(2026, 0, 1),
  })
  writeFileSync(target(), bytes)
  const {err} = await builds()
  expect(err).toContain('U+202E::error::U+2066')
  expect(err).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
})

test('a file of a gigabyte is neither read nor overwritten', async () => {
  truncateSync(target(), 1024 ** 3)
  await expect(builds()).rejects.toThrow(
    `out/${path} is larger than 32 MiB, which no file that is made here is, and is not overwritten. Move it out of out/ and try again.`,
  )
  // Where nothing is to be written in its place it is in nobody's way.
  expect((await builds('sc58/otter-trade')).status).toBe(0)
  expect(existsSync(target())).toBe(true)
})

test('a link is not followed, and where it leads nothing is changed', async () => {
  writeFileSync(join(root, 'notes.docx'), 'my notes')
  rmSync(target())
  symlinkSync(join(root, 'notes.docx'), target())
  expect((await builds()).status).toBe(0)
  expect(readFileSync(join(root, 'notes.docx'), 'utf8')).toBe('my notes')
  expect(Buffer.compare(readFileSync(target()), due)).toBe(0)
})

test('nothing is kept through a link that leads elsewhere, and then nothing is overwritten', async () => {
  mkdirSync(join(root, 'elsewhere'))
  symlinkSync(join(root, 'elsewhere'), join(root, 'edited'))
  const bytes = edited(due, undefined, {time: new Date(2026, 0, 1)})
  writeFileSync(target(), bytes)
  await expect(builds()).rejects.toThrow('is a link. Put a folder there.')
  expect(Buffer.compare(readFileSync(target()), bytes)).toBe(0)
})

test('files that no document can have the name of are left alone', async () => {
  const strange = [
    '~$ar-trade.en.docx',
    'bear-trade.en (copy).docx',
    'Bär.en.docx',
    'bear\u202e.en.docx',
    'notes.docx',
  ]
  for (const name of strange) writeFileSync(join(root, 'out/sc58', name), `${name} is mine`)
  expect(await builds()).toMatchObject({status: 0, err: ''})
  for (const name of strange)
    expect(readFileSync(join(root, 'out/sc58', name), 'utf8')).toBe(`${name} is mine`)
  expect(existsSync(join(root, 'edited'))).toBe(false)
})
