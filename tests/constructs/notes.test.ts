import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {CertificateError, certifyDocx} from '../../src/certify/index.ts'
import type {Composition} from '../../src/compose/index.ts'
import {check} from '../../src/index.ts'
import {number} from '../../src/number/index.ts'
import {type Finished, formats} from '../../src/render/index.ts'
import {
  attribute,
  childrenOf,
  descendants,
  integrityFaults,
  noteMarks,
  part,
  readPackage,
  repeatedMarks,
  visibleText,
  type WordPackage,
  writePackage,
  type XmlElement,
} from '../../src/word/index.ts'

// A note to which the text refers again has one number everywhere. In tests/fixtures/constructs a paragraph, an item of a
// list and a cell of a table do so, and a paragraph whose note stands in the heading above it.
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))

let finished: Finished
let docx: Uint8Array
let html: string
beforeAll(async () => {
  const {compositions, dossier} = await check({root: fixture, documents: ['cop15/constructs']})
  const english = compositions.find(({tree}) => tree.meta.language === 'en') as Composition
  finished = {tree: english.tree, styles: dossier.templates.styles, numbering: dossier.templates.numbering}
  docx = (await formats.get('docx')?.render(finished)) as Uint8Array
  html = new TextDecoder().decode(await formats.get('html')?.render(finished))
})

test('Word counts each note once, and a field repeats its mark', () => {
  const pkg = readPackage(docx)
  expect(noteMarks(pkg).map(({note, label}) => `${note}: ${label}`)).toEqual([
    '1: 1',
    '2: 2',
    '3: 3',
    '4: 4',
    '5: 5',
    '6: 6',
  ])
  const fields = repeatedMarks(pkg).map(({reference: {instruction, result}, mark}) => {
    const form = instruction.includes('\\f') ? 'mark' : 'number'
    return `${form} ${result} ${mark?.label}`
  })
  expect(fields.filter((field) => field.startsWith('mark'))).toEqual([
    'mark 2 2',
    'mark 1 1',
    'mark 5 5',
    'mark 6 6',
  ])
  const numbers = ['1', '6', '2', '3', '1', '4'].map((number) => `number ${number} ${number}`)
  expect(fields.filter((field) => field.startsWith('number'))).toEqual(numbers)
  expect(integrityFaults(pkg)).toEqual([])
})

test('the page leads from each mark to the note and back to each mark', () => {
  const marks = [...html.matchAll(/<a id="(r-[^"]+)" href="#(u-note-[^"]+)" role="doc-noteref">(\d)</g)]
  expect(marks.map(([, id, note, label]) => `${label} ${id} ${note}`)).toEqual([
    '1 r-asked.1 u-note-asked',
    '2 r-letter.1 u-note-letter',
    '2 r-letter.2 u-note-letter',
    '3 r-genus.1 u-note-genus',
    '1 r-asked.2 u-note-asked',
    '4 r-last.1 u-note-last',
    '5 r-signs.1 u-note-signs',
    '5 r-signs.2 u-note-signs',
    '6 r-rows.1 u-note-rows',
    '6 r-rows.2 u-note-rows',
  ])
  const back = [...html.matchAll(/<a href="#(r-[^"]+)" role="doc-backlink" aria-label="([^"]+)">([^<]+)</g)]
  expect(back.map(([, id, name, sign]) => `${sign} ${id}: ${name}`)).toEqual([
    '↑1 r-asked.1: Back to the text 1',
    '↑2 r-asked.2: Back to the text 2',
    '↑1 r-letter.1: Back to the text 1',
    '↑2 r-letter.2: Back to the text 2',
    '↑ r-genus.1: Back to the text',
    '↑ r-last.1: Back to the text',
    '↑1 r-signs.1: Back to the text 1',
    '↑2 r-signs.2: Back to the text 2',
    '↑1 r-rows.1: Back to the text 1',
    '↑2 r-rows.2: Back to the text 2',
  ])
})

test('the notes of a part alone begin again with 1, in its marks and in the fields that repeat them', () => {
  const annex = structuredClone(finished.tree)
  annex.children = annex.children.filter(({name}) => name === 'annex-2')
  annex.sequences = []
  number(annex, finished.numbering)
  const labels = JSON.stringify(annex).match(/"label":"\d","place":\d/g)
  expect(new Set(labels)).toEqual(new Set(['"label":"1","place":1']))
})

describe('the certificate refuses', () => {
  const run = (paragraph: XmlElement, instruction: RegExp): XmlElement[] => {
    const runs = childrenOf(paragraph, 'w:r')
    const at = runs.findIndex((one) =>
      instruction.test(childrenOf(one, 'w:instrText')[0]?.children.join('') ?? ''),
    )
    return runs.slice(at - 1, at + 4)
  }
  const repeating = (pkg: WordPackage): XmlElement =>
    descendants(part(pkg, 'word/document.xml'), 'w:p').find((one) =>
      descendants(one, 'w:instrText').some(({children}) => children.join('').includes('NOTEREF')),
    ) as XmlElement

  const damages: [string, (pkg: WordPackage) => void, RegExp][] = [
    [
      'two marks of one note: Word would give the second a number of its own',
      (pkg) => {
        const paragraph = repeating(pkg)
        const field = run(paragraph, /NOTEREF/)
        const [first] = descendants(part(pkg, 'word/document.xml'), 'w:footnoteReference')
        const mark = {
          name: 'w:r',
          attributes: {},
          children: [{...(first as XmlElement), attributes: {'w:id': '2'}}],
        }
        const at = paragraph.children.indexOf(field[0] as XmlElement)
        paragraph.children.splice(at, field.length, mark)
      },
      /Marks of notes differ at place 3: the file has “2 3”, the text has “3 3 n_[a-z2-7]{12}”/,
    ],
    [
      'another number in the place of a mark',
      (pkg) => {
        const [, , , result] = run(repeating(pkg), /NOTEREF/)
        const [text] = childrenOf(result, 'w:t')
        if (text) text.children = ['3']
      },
      /Repeated marks of notes differ at place 1: the file has “NOTEREF n_[a-z2-7]{12} \\f \\h: 3, for 2”/,
    ],
    [
      'a field that repeats the mark of another note',
      (pkg) => {
        const [, instruction] = run(repeating(pkg), /NOTEREF/)
        const [first] = noteMarks(pkg)
        const other = first?.bookmarks.find((name) => name.startsWith('n_')) ?? ''
        const [text] = childrenOf(instruction, 'w:instrText')
        if (text) text.children = [` NOTEREF ${other} \\f \\h `]
      },
      /Repeated marks of notes differ at place 1: .*: 2, for 1”/,
    ],
    [
      'another number in a sentence',
      (pkg) => {
        const paragraph = descendants(part(pkg, 'word/document.xml'), 'w:p').find((one) =>
          /^Notes are named/.test(visibleText(one)),
        ) as XmlElement
        const [, , , result] = run(paragraph, /NOTEREF/)
        const [text] = childrenOf(result, 'w:t')
        if (text) text.children = ['2']
      },
      /References differ at place \d+: the file has “NOTEREF n_[a-z2-7]{12} \\h: 2”, the text has “NOTEREF n_[a-z2-7]{12} \\h: 1”/,
    ],
    [
      'a mark outside its bookmark',
      (pkg) => {
        const root = part(pkg, 'word/document.xml')
        const start = descendants(root, 'w:bookmarkStart').find((one) =>
          attribute(one, 'w:name')?.startsWith('n_'),
        )
        if (start) start.attributes['w:name'] = 'n_nowhere'
      },
      /Marks of notes differ at place 1/,
    ],
  ]
  test.each(damages)('%s', (_what, damage, fault) => {
    expect(() => certifyDocx('x.docx', docx, finished)).not.toThrow()
    const pkg = readPackage(docx)
    damage(pkg)
    expect(() => certifyDocx('x.docx', writePackage(pkg), finished)).toThrow(CertificateError)
    expect(() => certifyDocx('x.docx', writePackage(pkg), finished)).toThrow(fault)
  })
})
