import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Change, keepEdited} from '../../src/edited/index.ts'
import {type BuildResult, build} from '../../src/index.ts'
import {editedReport} from '../../src/report/index.ts'
import {byAnotherProgram, edited, words} from '../support/edited.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// What is said of an edited file: which paragraphs differ from what the sources say now, told by the names that the file
// carries.

const path = 'sc58/bear-trade.en.docx'
const body = 'documents/sc58/bear-trade/body.en.md'
let root: string
let built: BuildResult
beforeAll(async () => {
  root = await fixtureRoot()
  built = await build({root, formats: ['docx']})
  mkdirSync(join(root, 'out/sc58'), {recursive: true})
})
afterAll(() => rm(root, {recursive: true}))

type Edit = (xml: string) => string

/** What is said when a file with these edits is met by what the sources give. */
async function said(
  edits: readonly Edit[],
  due = built,
): Promise<{changes: readonly Change[]; lines: string[]}> {
  const bytes = built.outputs.get(path)?.bytes ?? new Uint8Array()
  const change: Edit = (xml) => edits.reduce((text, edit) => edit(text), xml)
  writeFileSync(join(root, 'out', path), edited(bytes, change, byAnotherProgram))
  const found = await keepEdited(root, due.outputs, {isPartial: true})
  const lines = editedReport(found, {texts: new Map(), color: false}).trimEnd().split('\n').slice(1)
  return {changes: found[0]?.changes ?? [], lines: lines.map((line) => line.trim())}
}

const paragraph = (xml: string, text: string): {start: number; end: number; whole: string} => {
  const at = xml.indexOf(text)
  const [start, end] = [xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + '</w:p>'.length]
  return {start, end, whole: xml.slice(start, end)}
}
const takeOut =
  (text: string): Edit =>
  (xml) => {
    const {start, end} = paragraph(xml, text)
    return xml.slice(0, start) + xml.slice(end)
  }
const putAfter =
  (text: string, added: string): Edit =>
  (xml) => {
    const {end} = paragraph(xml, text)
    return xml.slice(0, end) + added + xml.slice(end)
  }
const plain = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

test('words that differ, from the first to the last, with the beginning of their paragraph', async () => {
  expect((await said([words('opens at 10:30 and', 'shuts at 11:30 and')])).lines).toEqual([
    'changed, report, “The Secretariat opens at 10:30 and …”: “opens at 10:30” → “shuts at 11:30”',
  ])
})

test('words that are added or taken out', async () => {
  expect((await said([words('the size of the trade', 'the size of the whole trade')])).lines).toEqual([
    'changed, decision-parties.size, “the size of the trade; and”: nothing → “whole”',
  ])
  expect((await said([words('the size of the trade', 'the size')])).lines).toEqual([
    'changed, decision-parties.size, “the size of the trade; and”: “size of the trade;” → “size;”',
  ])
})

test('words that are typed behind the name of a paragraph', async () => {
  const behind: Edit = (xml) => {
    const at = xml.indexOf('</w:p>', xml.indexOf('the size of the trade'))
    return `${xml.slice(0, at)}<w:r><w:t>, as I see it</w:t></w:r>${xml.slice(at)}`
  }
  expect((await said([behind])).lines).toEqual([
    'changed, decision-parties.size, “the size of the trade; and”: “and” → “and, as I see it”',
  ])
})

test('a paragraph that is new, and one that is gone', async () => {
  const {lines} = await said([putAfter('publish it', plain('A paragraph of mine.')), takeOut('in 2007')])
  expect(lines).toEqual([
    expect.stringMatching(/^new, after [a-z.-]+: “A paragraph of mine\.”$/),
    expect.stringMatching(/^gone, [a-z.-]+: “in 2007; and”$/),
  ])
})

test('a paragraph that was cut out and put in elsewhere, where it has lost its name, is neither', async () => {
  const move: Edit = (xml) => putAfter('publish it', plain('in 2007; and'))(takeOut('in 2007')(xml))
  expect((await said([move])).changes).toEqual([])
})

test('tracked changes count as accepted, spaces and fields do not count', async () => {
  const xml =
    '</w:t></w:r><w:ins><w:r><w:t xml:space="preserve">NEW </w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">'
  const {lines} = await said([words('the size of', `the ${xml}size of`), words('10:30', '10:30 ')])
  expect(lines).toEqual([expect.stringContaining('“the size of the trade; and”: nothing → “NEW”')])
})

test('five paragraphs at most, and how many more', async () => {
  const added = Array.from({length: 7}, (_, index) => plain(`Mine, ${index + 1}.`)).join('')
  const {lines} = await said([putAfter('publish it', added)])
  expect(lines).toHaveLength(6)
  expect(lines.at(-1)).toBe('… and 2 more paragraphs.')
})

test('what the sources alone have changed since is no edit', async () => {
  const text = readFileSync(join(root, body), 'utf8').replace('opens at 10:30', 'opens at 11:30')
  const later = await build({root, formats: ['docx'], changes: new Map([[body, text]])})
  const {lines} = await said([words('the size of the trade', 'the SIZE of the trade')], later)
  expect(lines).toEqual(['changed, decision-parties.size, “the size of the trade; and”: “size” → “SIZE”'])
})

test('a file that has lost its names is compared by its words alone', async () => {
  const {lines} = await said([
    (xml) => xml.replace(/<w:bookmark(?:Start|End) [^>]*\/>/g, ''),
    words('the size of the trade', 'the SIZE of the trade'),
  ])
  expect(lines).toEqual([
    expect.stringMatching(/^new.*: “the SIZE of the trade; and”$/),
    'gone, decision-parties.size: “the size of the trade; and”',
  ])
})
