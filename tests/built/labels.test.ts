import {beforeAll, describe, expect, test} from 'vitest'
import {type Built, builtDocuments, labelledUnits, referenceResults} from '../support/built.ts'
import {computeLabels} from '../support/word/labels.ts'
import {part, readPackage} from '../support/word/package.ts'
import {references, staleReferences} from '../support/word/references.ts'
import {type attribute, child, descendants, parseXml, serialize} from '../support/word/xml.ts'

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

/** Text of elements with class num, in order. */
function htmlLabels(html: string): string[] {
  return [...html.matchAll(/<(?:a|span) class="num"[^>]*>([^<]*)</g)].map((match) => match[1] ?? '')
}

describe('labels of every document in every language', () => {
  test('are there to be tested', () => {
    expect(built.map((document) => document.name)).toContain('sc58/internet-trade.fr')
    for (const document of built) expect(labelledUnits(document.tree).length).toBeGreaterThan(10)
  })

  test('computed from numbering.xml and document.xml are those of the tree', () => {
    for (const {name, docx, tree} of built) {
      const computed = computeLabels(readPackage(docx)).flatMap(({label, text}) =>
        label === null ? [] : [`${label} ${text}`],
      )
      const expected = labelledUnits(tree).map(({label, words}) => `${label} ${words}`)
      expect(computed.map(withoutNotes), name).toEqual(expected.map(withoutNotes))
    }
  })

  test('of the HTML are those of the tree', () => {
    for (const {name, html, tree} of built)
      expect(htmlLabels(html), name).toEqual(labelledUnits(tree).map(({label}) => label))
  })

  test('of the text stand at the head of their lines, in the order of the tree', () => {
    for (const {name, text, tree} of built) {
      const lines = text.split('\n').map((line) => line.trim().replace(/\[\d+\]/g, ''))
      let from = 0
      for (const {label, words} of labelledUnits(tree)) {
        const at = lines.indexOf(`${label} ${words}`.trim(), from)
        expect(at, `${name}: ${label} ${words.slice(0, 40)}`).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    }
  })

  test('are nowhere typed text', () => {
    for (const {name, docx} of built) {
      for (const {label, text} of computeLabels(readPackage(docx))) {
        if (label !== null) expect(text.startsWith(label), `${name}: ${text.slice(0, 40)}`).toBe(false)
      }
    }
  })

  test('of numbered paragraphs are one list for each part', () => {
    for (const {name, docx, tree} of built) {
      const lists = computeLabels(readPackage(docx))
        .filter(({style}) => style === 'CITESParagraph1')
        .map(({numId}) => numId)
      const numbering = tree.children.filter((one) =>
        one.children.some((node) => node.type === 'numberedParagraph'),
      )
      expect(new Set(lists).size, name).toBe(numbering.length)
    }
  })
})

describe('references of every document in every language', () => {
  test('have the computed label as their result', () => {
    for (const {name, docx, tree} of built) {
      const pkg = readPackage(docx)
      expect(staleReferences(pkg), name).toEqual([])
      const results = references(pkg)
        .filter(({instruction}) => instruction.includes('REF '))
        .map(({result}) => result)
      expect(results, name).toEqual(referenceResults(tree))
    }
    expect(built.flatMap(({tree}) => referenceResults(tree)).length).toBeGreaterThan(60)
  })
})

test('a paragraph inserted in document.xml renumbers all that follow', () => {
  const {docx} = built.find((document) => document.name === 'sc58/internet-trade.en') as Built
  const pkg = readPackage(docx)
  const before = computeLabels(pkg)
    .filter(({style}) => style === 'CITESParagraph1')
    .map(({label}) => label)
  const document = part(pkg, 'word/document.xml')
  const body = child(document, 'w:body')
  const fifth = body?.children.findIndex((node) => typeof node !== 'string' && isNumbered(node, 5, pkg)) ?? -1
  const source = body?.children[fifth]
  if (!body || !source || typeof source === 'string') throw new Error('The fifth paragraph is not there.')
  const added = parseXml(serialize(source).replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''))
  body.children.splice(fifth + 1, 0, added)
  const after = computeLabels(pkg)
    .filter(({style}) => style === 'CITESParagraph1')
    .map(({label}) => label)
  const inBody = before.indexOf('1.', 1) // The annex begins again.
  expect(after).toHaveLength(before.length + 1)
  expect(after.slice(0, inBody + 1)).toEqual(Array.from({length: inBody + 1}, (_, index) => `${index + 1}.`))
  expect(after.slice(inBody + 1)).toEqual(before.slice(inBody))
})

function isNumbered(
  node: Parameters<typeof attribute>[0],
  number: number,
  pkg: ReturnType<typeof readPackage>,
): boolean {
  const found = computeLabels(pkg).find(({paragraph}) => paragraph === node)
  return found?.style === 'CITESParagraph1' && found.label === `${number}.`
}

/** Note marks are no words; both sides lose the space that may stand there. */
function withoutNotes(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}

test('header rows of every table are repeated and no row is split', () => {
  let tables = 0
  for (const {name, docx} of built) {
    for (const table of descendants(part(readPackage(docx), 'word/document.xml'), 'w:tbl')) {
      tables += 1
      const rows = descendants(table, 'w:tr')
      expect(
        rows.map((row) => descendants(row, 'w:tblHeader').length),
        name,
      ).toEqual([1, ...rows.slice(1).map(() => 0)])
      for (const row of rows) expect(descendants(row, 'w:cantSplit').length, name).toBe(1)
    }
  }
  expect(tables).toBeGreaterThanOrEqual(12)
})
