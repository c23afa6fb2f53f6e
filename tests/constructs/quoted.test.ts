import {cp, mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build, write} from '../../src/index.ts'
import {computeLabels, descendants, part, readPackage} from '../../src/word/index.ts'
import {type Built, builtDocuments, labelledUnits} from '../support/built.ts'
import {htmlLabels} from '../support/html-labels.ts'
import {faultsBySchema} from '../support/output-schema.ts'
import {validated} from '../support/word/validator.ts'

// tests/fixtures/quoted holds what may be quoted, and in expected/ what a reader sees of it.
const fixture = fileURLToPath(new URL('../fixtures/quoted', import.meta.url))

let root: string
let built: Built[]
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-quoted-'))
  await cp(fixture, root, {recursive: true})
  const result = await build({root})
  expect(result.messages.map(({reason}) => reason)).toEqual([])
  await write(root, result.outputs, result)
  built = await builtDocuments(root)
})
afterAll(() => rm(root, {recursive: true}))

test('the text of each document is what stands beside it', async () => {
  expect(built.length).toBe(9)
  for (const {name, text} of built)
    await expect(text, name).toMatchFileSnapshot(join(fixture, 'expected', `${name}.txt`))
  expect((await readdir(join(fixture, 'expected/cop16'))).length).toBe(built.length)
})

test('labels of a quoted text are its own, in Word, on the page and in every language', () => {
  const own = ['5.', 'a)', 'c)', 'ii)', 'iv)', '–', '7 bis.']
  for (const {name, docx, html, tree} of built) {
    const labels = labelledUnits(tree).map(({label}) => label)
    expect(
      computeLabels(readPackage(docx)).flatMap(({label}) => label ?? []),
      name,
    ).toEqual(labels)
    expect(htmlLabels(html), name).toEqual(labels)
    if (!name.startsWith('cop16/quotations')) continue
    const quoted = labelledUnits(tree).filter(({sequence}) => sequence.startsWith('text:text-conf-99-1'))
    expect(
      quoted.map(({label}) => label),
      name,
    ).toEqual(own)
  }
})

test('one provision of a decision has the letter that it has in the whole', () => {
  for (const {tree} of built.filter(({path}) => path === 'cop16/quotations')) {
    const units = labelledUnits(tree).filter(({sequence}) => sequence.startsWith('decision:quoted-'))
    expect(units.map(({label}) => label)).toEqual(['a)', 'i)', 'ii)'])
  }
})

test('the page of all decisions and the register have their notes, and say what was deleted', async () => {
  const page = await readFile(join(root, 'out/decisions.html'), 'utf8')
  const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '')
  const mark = /<a id="([^"]+)" href="#([^"]+)" role="doc-noteref">(\d)<\/a>/g
  const noteOf = (id: string): string => new RegExp(`<li id="${id}"[^>]*>(.*?)</li>`).exec(page)?.[1] ?? ''
  const notes = [...page.matchAll(mark)].map(([, id = '', note = '', sign = '']) => {
    expect(noteOf(note)).toContain(`href="#${id}"`)
    return `${sign} ${wordsOf(noteOf(note))}`
  })
  expect(notes).toEqual([
    '1 Only of bears in the Appendices.\u00a0↑',
    '2 Note from the Secretariat: Decision 14.30 (Rev. CoP15) was repealed at the 16th meeting.\u00a0↑',
  ])
  const [deleted = ''] = /<tr id="decision-bears-assessment-workshop">.*?<\/tr>/s.exec(page) ?? []
  expect(wordsOf(deleted).trim()).toBe('b)[deleted]')
  const register = JSON.parse(await readFile(join(root, 'out/register.json'), 'utf8'))
  expect(faultsBySchema('register', register)).toEqual({value: [], examples: []})
  expect(register[1].notes[0].text.fr).toMatch(/^Note du Secrétariat/)
})

// The width of “14.28 (Rev. CoP15)” in Arial, from the metrics of the font: 8.84 ems, 1768 twips at 10 points.
test('a number with its revision has room before the words, in Word and on the page', () => {
  const label = '14.28 (Rev. CoP15)'
  const withNumber = built.filter(({tree}) => labelledUnits(tree).some((unit) => unit.label === label))
  expect(withNumber.length).toBeGreaterThan(0)
  for (const {name, docx, html} of withNumber) {
    const numbering = part(readPackage(docx), 'word/numbering.xml')
    const levels = descendants(numbering, 'w:lvl').filter((level) =>
      descendants(level, 'w:lvlText').some(({attributes}) => attributes['w:val'] === label),
    )
    const rooms = levels.flatMap((level) =>
      descendants(level, 'w:ind').map(({attributes}) => Number(attributes['w:hanging'])),
    )
    expect(rooms.length, name).toBeGreaterThan(0)
    expect(
      rooms.filter((room) => room <= 1768),
      name,
    ).toEqual([])
    const paddings = [...html.matchAll(/\.(?:quoted-)?decision\{padding-left:([\d.]+)em\}/g)]
    expect(
      paddings.some(([, ems]) => Number(ems) > 8.84),
      name,
    ).toBe(true)
  }
})

test('on a page, letters of a quoted text stand farther in than what is above them, and its headings are upright', () => {
  for (const {html} of built.filter(({path}) => path === 'cop16/quotations')) {
    expect(html).toContain('@media (max-width:30rem){.quoted-text{padding-left:1.9em}')
    expect(html).toContain('h3.addressee{font-style:normal}')
  }
})

test('a Word file with all of it is valid', async () => {
  const [first] = built.filter(({path}) => path === 'cop16/quotations')
  const [result] = await validated([first?.docxPath ?? ''], 'Microsoft365')
  expect(result?.errors).toEqual([])
})
