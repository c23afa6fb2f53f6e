import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect} from 'vitest'
import {
  child,
  computeLabels,
  type LabelledParagraph,
  parseXml,
  part,
  readPackage,
  serialize,
  type WordPackage,
  writePackage,
  type XmlElement,
} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'
import {testWith} from '../support/programs.ts'
import {hasProgram, officePdfs, officeTexts, pdfWords} from '../support/word/office.ts'

const minutes = 60_000
const name = 'sc58/internet-trade.en'

let original: Built
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cites-docs-edit-'))
  const found = (await builtDocuments()).find((document) => document.name === name)
  if (!found) throw new Error(`${name} is not built.`)
  original = found
})
afterAll(() => rm(folder, {recursive: true, force: true}))

/** The paragraph of that label in the list that begins first, as someone in Word would put the cursor there. */
function paragraphAt(pkg: WordPackage, ...labels: string[]): XmlElement {
  const rows = computeLabels(pkg)
  let from = 0
  let found: LabelledParagraph | undefined
  for (const label of labels) {
    const at = rows.findIndex((row, place) => place >= from && row.label === label)
    found = rows[at]
    from = at + 1
  }
  if (!found) throw new Error(`There is no ${labels.join(' ')}.`)
  return found.paragraph
}

function bodyOf(pkg: WordPackage): XmlElement {
  const body = child(part(pkg, 'word/document.xml'), 'w:body')
  if (!body) throw new Error('The document has no body.')
  return body
}

/** What Enter at the end of a paragraph and typing give: a paragraph with the same properties and other words. */
function typedAfter(paragraph: XmlElement, words: string): XmlElement {
  const properties = child(paragraph, 'w:pPr')
  return parseXml(
    `<w:p xmlns:w="w">${properties ? serialize(properties).replace(/^<\?xml[^>]*>\s*/, '') : ''}<w:r><w:t>${words}</w:t></w:r></w:p>`,
  )
}

function insertAfter(pkg: WordPackage, paragraph: XmlElement, words: string): void {
  const {children} = bodyOf(pkg)
  const own = typedAfter(paragraph, words)
  own.attributes = {}
  children.splice(children.indexOf(paragraph) + 1, 0, own)
}

function remove(pkg: WordPackage, paragraph: XmlElement): void {
  const {children} = bodyOf(pkg)
  children.splice(children.indexOf(paragraph), 1)
}

function move(pkg: WordPackage, paragraph: XmlElement, after: XmlElement): void {
  remove(pkg, paragraph)
  const {children} = bodyOf(pkg)
  children.splice(children.indexOf(after) + 1, 0, paragraph)
}

/** What somebody does to the file in Word. */
const edits = {
  'a paragraph is inserted': (pkg) =>
    insertAfter(pkg, paragraphAt(pkg, '4.'), 'A paragraph that somebody typed.'),
  'a paragraph is deleted': (pkg) => remove(pkg, paragraphAt(pkg, '2.')),
  'paragraphs are moved': (pkg) => {
    move(pkg, paragraphAt(pkg, '2.'), paragraphAt(pkg, '3.'))
    move(pkg, paragraphAt(pkg, '21.', 'a)'), paragraphAt(pkg, '21.', 'b)'))
  },
  'a paragraph has the style of the next level': (pkg) => {
    const style = child(child(paragraphAt(pkg, '2.'), 'w:pPr'), 'w:pStyle')
    if (style) style.attributes['w:val'] = 'CITESParagraph2'
  },
} satisfies Record<string, (pkg: WordPackage) => void>

/** The file as it is, and once for each edit. LibreOffice is started once for all: that takes longer than a file. */
async function editedFiles(): Promise<string[]> {
  const docxs = [() => undefined, ...Object.values(edits)].map((edit: (pkg: WordPackage) => void) => {
    const pkg = readPackage(original.docx)
    edit(pkg)
    return writePackage(pkg)
  })
  return Promise.all(
    docxs.map(async (docx, index) => {
      const path = join(folder, `${index}.docx`)
      await writeFile(path, docx)
      return path
    }),
  )
}

/** Every line that begins with a label, as LibreOffice prints it. */
const labelledLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => /^(?:\d+\.|[a-z]+\)|[A-Z]\.) /.test(line))

const labelOf = (line: string): string => line.slice(0, line.indexOf(' '))
const wordsOf = (line: string): string => line.slice(line.indexOf(' ') + 1)

/** The labels of the numbered paragraphs of the body, in order: 1. 2. 3. … */
function numbersOf(lines: readonly string[]): number[] {
  const numbers = lines.filter((line) => /^\d+\. /.test(line)).map((line) => Number.parseInt(line, 10))
  const end = numbers.findIndex((number, place) => place > 0 && number < (numbers[place - 1] ?? 0))
  return end < 0 ? numbers : numbers.slice(0, end)
}

const upTo = (count: number): number[] => Array.from({length: count}, (_one, place) => place + 1)

describe('edited in Word, the labels go on as one list (LibreOffice is the judge)', () => {
  const testOffice = testWith('soffice')
  let paths: string[]
  let before: string[]
  let linesAfter: Map<string, string[]>
  beforeAll(async () => {
    paths = await editedFiles()
    if (!hasProgram('soffice')) return
    const [unchanged = '', ...edited] = await officeTexts(paths)
    before = labelledLines(unchanged)
    linesAfter = new Map(Object.keys(edits).map((name, index) => [name, labelledLines(edited[index] ?? '')]))
  }, 5 * minutes)
  const after = (edit: keyof typeof edits): string[] => linesAfter.get(edit) ?? []

  testOffice('a paragraph is inserted after 4.', () => {
    const lines = after('a paragraph is inserted')
    expect(lines).toContain('5. A paragraph that somebody typed.')
    expect(numbersOf(lines)).toEqual(upTo(numbersOf(before).length + 1))
    const old = before.map(wordsOf)
    expect(lines.map(wordsOf).filter((words) => words !== 'A paragraph that somebody typed.')).toEqual(old)
    const letters = (of: string[]): string[] => of.map(labelOf).filter((label) => label.endsWith(')'))
    expect(letters(lines)).toEqual(letters(before))
  })

  testOffice('a paragraph is deleted', () => {
    const lines = after('a paragraph is deleted')
    expect(numbersOf(lines)).toEqual(upTo(numbersOf(before).length - 1))
    const second = before.find((line) => line.startsWith('2. '))
    expect(lines.map(wordsOf)).toEqual(before.filter((line) => line !== second).map(wordsOf))
    const third = before.find((line) => line.startsWith('3. '))
    expect(lines).toContain(`2. ${wordsOf(third ?? '')}`)
  })

  testOffice('a paragraph is moved down by one, and an item of a list up by one', () => {
    const lines = after('paragraphs are moved')
    expect(lines.map(labelOf)).toEqual(before.map(labelOf))
    const at = (of: string[], label: string, from = 0): string =>
      wordsOf(of.find((line, place) => place >= from && line.startsWith(`${label} `)) ?? '')
    expect([at(lines, '2.'), at(lines, '3.')]).toEqual([at(before, '3.'), at(before, '2.')])
    const list = before.findIndex((line) => line.startsWith('21. '))
    expect([at(lines, 'a)', list), at(lines, 'b)', list)]).toEqual([
      at(before, 'b)', list),
      at(before, 'a)', list),
    ])
  })

  testOffice('a paragraph that is given the style of the next level takes a letter', () => {
    const lines = after('a paragraph has the style of the next level')
    const second = wordsOf(before.find((line) => line.startsWith('2. ')) ?? '')
    expect(lines).toContain(`a) ${second}`)
    expect(numbersOf(lines)).toEqual(upTo(numbersOf(before).length - 1))
  })

  testWith('soffice', 'pdftotext')(
    'references show the new number of their target',
    async () => {
      // The first edit inserts a paragraph.
      const pdfs = await officePdfs(paths.slice(0, 2))
      const [wordsBefore = '', wordsAfter = ''] = await Promise.all(
        pdfs.map(async (pdf) =>
          (await pdfWords(pdf))
            .flatMap((page) => page.words.map((word) => word.text))
            .join(' ')
            .replaceAll('\u00a0', ' '),
        ),
      )
      // The consultant was paid from “the funds mentioned in paragraph 18”; all from 5. on count one more.
      expect(wordsBefore).toContain('the funds mentioned in paragraph 18,')
      expect(wordsAfter).toContain('the funds mentioned in paragraph 19,')
      expect(wordsAfter).not.toContain('Reference source not found')
    },
    2 * minutes,
  )
})
