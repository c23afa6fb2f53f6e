import {createHash} from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {keepBuild, lastBuild, observe} from '../../src/kept/index.ts'
import {programStamp} from '../../src/kept/program.ts'
import {type LastBuild, readRecord, writeRecord} from '../../src/kept/record.ts'
import {storeOf} from '../../src/kept/seal.ts'

// What a build of everything has said is said again where nothing has changed, and only there.

const said = {report: 'a warning\n', terminal: 'plain 80', summary: '1 document\n', status: 0}
const caches = process.env.XDG_CACHE_HOME
let folder: string
let root: string
let program: string
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), text)
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cites-docs-kept-'))
  ;[root, program] = [join(folder, 'root'), join(folder, 'program')]
  process.env.XDG_CACHE_HOME = join(folder, 'caches')
  for (const name of ['documents/sc58/bears/body.en.md', 'out/sc58/bears.en.docx', 'out/index.html'])
    put(`root/${name}`, 'words')
  for (const name of ['dist/cites-docs.js', 'templates/labels.en.yaml', 'package.json'])
    put(`program/${name}`, 'x')
})
afterEach(() => {
  process.env.XDG_CACHE_HOME = caches
  rmSync(folder, {recursive: true})
})

const again = (terminal = said.terminal) => lastBuild(root, program, terminal)
/** Builds, as far as is looked at here. */
function builds(during?: () => void): void {
  const observed = observe(root, program)
  if (!observed) throw new Error('The sources can be looked at.')
  during?.()
  keepBuild(observed, said)
}
const recordPath = (): string => {
  const kept = join(folder, 'caches/cites-docs')
  const name = readdirSync(kept).find((other) => other !== 'key') ?? ''
  return join(kept, name, 'last-build.json')
}
const keyPath = (): string => join(folder, 'caches/cites-docs/key')
/** Changes what is kept, as somebody may who does not have the key. */
const forge = (change: (text: string) => string): void =>
  writeFileSync(recordPath(), change(readFileSync(recordPath(), 'utf8')))
function keptRecord(): LastBuild {
  const record = readRecord(root, programStamp(program) ?? '')
  if (!record) throw new Error('It was kept.')
  return record
}
function otherName(): void {
  const other = join(dirname(recordPath()), 'pages.json')
  storeOf(root, programStamp(program) ?? '')?.write('pages.json', keptRecord())
  renameSync(other, recordPath())
}
function linked(path: string): void {
  renameSync(path, join(folder, 'elsewhere'))
  symlinkSync(join(folder, 'elsewhere'), path)
}
/** Puts other words into a file, of the same length and with the same times. */
function changeUnseen(path: string): void {
  const {atime, mtime} = statSync(join(root, path))
  writeFileSync(join(root, path), 'WORDS')
  utimesSync(join(root, path), atime, mtime)
}

test('what was said is said again, and nothing is in the root', () => {
  builds()
  expect(again()).toMatchObject(said)
  expect(readdirSync(root).sort()).toEqual(['documents', 'out'])
})

test('nothing was said before, or for another terminal', () => {
  expect(again()).toBeUndefined()
  builds()
  expect(again('colour 120')).toBeUndefined()
})

describe.each(['right after a build', 'long after it'])('%s it is seen that', (when) => {
  test.each<[string, () => void]>([
    ['a source is changed', () => put('root/documents/sc58/bears/body.en.md', 'other words')],
    [
      'a source is changed, with its length and time put back',
      () => changeUnseen('documents/sc58/bears/body.en.md'),
    ],
    ['a source came', () => put('root/documents/sc58/bears/body.fr.md', '')],
    ['a source went', () => rmSync(join(root, 'documents/sc58/bears/body.en.md'))],
    [
      'a folder was renamed',
      () => renameSync(join(root, 'documents/sc58/bears'), join(root, 'documents/sc58/otters')),
    ],
    ['templates came', () => put('root/templates/labels.en.yaml', '')],
    ['an output went', () => rmSync(join(root, 'out/index.html'))],
    ['an output is changed, with its length and time put back', () => changeUnseen('out/sc58/bears.en.docx')],
    ['the program is another', () => put('program/dist/cites-docs.js', 'y')],
    ['its templates are others', () => put('program/templates/labels.en.yaml', 'y')],
  ])('%s', (_, change) => {
    builds()
    if (when === 'long after it') {
      const record = keptRecord()
      const takenAt = String(BigInt(record.takenAt) + 10n ** 10n)
      writeRecord(root, programStamp(program) ?? '', {...record, takenAt})
    }
    change()
    expect(again()).toBeUndefined()
  })
})

test('a source that changes while it is read keeps nothing', () => {
  builds(() => put('root/documents/sc58/bears/body.en.md', 'other'))
  expect(again()).toBeUndefined()
  builds(() => changeUnseen('documents/sc58/bears/body.en.md'))
  expect(again()).toBeUndefined()
})

describe('what is kept is not believed where it', () => {
  test.each<[string, () => void]>([
    ['is cut off', () => writeFileSync(recordPath(), readFileSync(recordPath()).subarray(0, 100))],
    ['has another form', () => writeFileSync(recordPath(), '{"status": 7, "seen": [["a"]]}')],
    ['is nothing', () => writeFileSync(recordPath(), 'null')],
    ['has another digit', () => forge((text) => text.replace('"status":0', '"status":1'))],
    [
      'has the digest of what it says',
      () =>
        forge((text) => {
          const value = text.slice(65).replace('1 document', '9 documents')
          return `${createHash('sha256').update(value).digest('hex')}\n${value}`
        }),
    ],
    ['is kept by another version of the program', () => writeRecord(root, 'another', keptRecord())],
    ['was kept under another name', () => otherName()],
    ['has lost its key', () => rmSync(keyPath())],
    ['has another key', () => writeFileSync(keyPath(), Buffer.alloc(32))],
    ['has a key that others may write', () => chmodSync(keyPath(), 0o666)],
    ['has a key that is a link', () => linked(keyPath())],
    ['is a link', () => linked(recordPath())],
    ['may be written by others', () => chmodSync(recordPath(), 0o666)],
    ['lies in a folder that others may write', () => chmodSync(dirname(recordPath()), 0o777)],
  ])('%s', (_, spoil) => {
    builds()
    spoil()
    expect(again()).toBeUndefined()
  })
})

test('where there is no room for it a build is as any other', () => {
  put('caches', 'a file')
  builds()
  expect(again()).toBeUndefined()
  expect(existsSync(join(folder, 'caches'))).toBe(true)
})
