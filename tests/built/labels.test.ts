import {beforeAll, describe, expect, test} from 'vitest'
import {
  child,
  computeLabels,
  descendants,
  type LabelledParagraph,
  parseXml,
  part,
  readPackage,
  references,
  serialize,
  staleReferences,
} from '../../src/word/index.ts'
import {type Built, builtDocuments, labelledUnits, referenceResults} from '../support/built.ts'
import {documentLanguages, expectedDocuments} from '../support/documents.ts'
import {countedLabels, htmlLabels} from '../support/html-labels.ts'

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

function documentOf(name: string): Built {
  const document = built.find((one) => one.name === name)
  if (!document) throw new Error(`${name} is not built.`)
  return document
}

describe('labels of every document in every language', () => {
  test('are there to be tested', () => {
    expect(built.map(({name}) => name).sort()).toEqual([...documentLanguages].sort())
    for (const {name, path, tree} of built) {
      const levels = new Map<string, Set<number>>()
      for (const {kind, level} of labelledUnits(tree))
        levels.set(kind, new Set([...(levels.get(kind) ?? []), level]))
      const counts = [...levels].map(([kind, found]) => [kind, found.size])
      expect(Object.fromEntries(counts), name).toEqual(expectedDocuments[path]?.numbered)
    }
  })

  test('are the same in the three languages', () => {
    for (const {name, path, tree} of built) {
      const labels = labelledUnits(tree).map(({label}) => label)
      const original = labelledUnits(documentOf(`${path}.en`).tree).map(({label}) => label)
      expect(labels, name).toEqual(original)
    }
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

  test('of the HTML are what its lists count by themselves', () => {
    for (const {name, html, tree} of built) {
      const items = labelledUnits(tree).filter(({kind, level}) => level > 0 || !/decision$/.test(kind))
      expect(countedLabels(html), name).toEqual(items.map(({label}) => label.replace(/[.)]$/, '')))
    }
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
      const numbering = tree.children.filter(({children}) =>
        children.some((node) => node.type === 'numberedParagraph' && node.sequenceKind === 'paragraphs'),
      )
      expect(new Set(lists).size, name).toBe(numbering.length)
    }
  })

  test('of each sequence are one list of Word, with an abstract numbering that no other list has', () => {
    for (const {name, docx, tree} of built) {
      const pkg = readPackage(docx)
      const lists = computeLabels(pkg).flatMap(({label, numId}) => (label === null ? [] : [numId]))
      const sequences = labelledUnits(tree).map(({sequence}) => sequence)
      const pairs = new Set(sequences.map((sequence, index) => `${sequence} is list ${lists[index]}`))
      expect(pairs.size, name).toBe(new Set(sequences).size)
      expect(pairs.size, name).toBe(new Set(lists).size)
      const numbering = descendants(part(pkg, 'word/numbering.xml'), 'w:num')
      const abstracts = numbering.map((num) => child(num, 'w:abstractNumId')?.attributes['w:val'])
      expect(new Set(abstracts).size, name).toBe(pairs.size)
    }
  })
})

/** Labels from a unit to the end of its part, read off each format without the tree. */
function labelsAfter({docx, html, text, tree}: Built, unit: string, words: string): Record<string, string> {
  const {symbol} = tree.meta // The next part begins with it.
  const after = <T>(rows: readonly T[], textOf: (row: T) => string): readonly T[] => {
    const rest = rows.slice(rows.findIndex((row) => textOf(row) === words) + 1)
    const end = rest.findIndex((row) => textOf(row) === symbol)
    return end < 0 ? rest : rest.slice(0, end)
  }
  const page = html.slice(html.indexOf(` id="u-${unit}"`))
  const rows = after(computeLabels(readPackage(docx)), (row) => row.text)
  const lines = after(text.split('\n'), (line) => line)
  return {
    Word: rows.flatMap(({label}) => label ?? []).join(' '),
    HTML: htmlLabels(page.slice(0, page.indexOf('<section'))).join(' '),
    text: lines.flatMap((line) => /^ *([A-Z]\.|[a-z]+\)) /.exec(line)?.[1] ?? []).join(' '),
  }
}

const sameIn = (labels: string): Record<string, string> => ({Word: labels, HTML: labels, text: labels})

describe.each(['en', 'es', 'fr'])('labels of what has a numbering of its own, in %s', (language) => {
  test('the comments of the Secretariat are lettered A. B. C., and what stands under them a), then i)', () => {
    const document = documentOf(`cop15/internet-trade.${language}`)
    const heading = {
      en: 'COMMENTS FROM THE SECRETARIAT',
      es: 'OBSERVACIONES DE LA SECRETARÍA',
      fr: 'COMMENTAIRES DU SECRETARIAT',
    }[language]
    const labels = labelsAfter(document, 'comments', heading ?? '')
    expect(labels).toEqual(sameIn('A. a) b) i) ii) c) B. C. D.'))
  })

  test('the list of each clause of a resolution begins at a), with i) under it', () => {
    const document = documentOf(`cop15/internet-trade.${language}`)
    const pivot = {
      en: 'THE CONFERENCE OF THE PARTIES TO THE CONVENTION',
      es: 'LA CONFERENCIA DE LAS PARTES EN LA CONVENCIÓN',
      fr: 'LA CONFERENCE DES PARTIES A LA CONVENTION',
    }[language]
    const lists = [
      'a) b) c) i) ii) iii) d) e)', // RECOMMENDS that Parties
      'a) i) ii) iii) b) c)', // RECOMMENDS also
      'a) b) c)', // URGES
      'a) b) c)', // INVITES
      'a) b)', // INSTRUCTS
    ]
    expect(labelsAfter(document, 'annex-1.pivot', pivot ?? '')).toEqual(sameIn(lists.join(' ')))
  })
})

describe('references of every document in every language', () => {
  test('have the computed label as their result', () => {
    for (const {name, path, docx, tree} of built) {
      const pkg = readPackage(docx)
      expect(staleReferences(pkg), name).toEqual([])
      const results = references(pkg)
        .filter(({instruction}) => instruction.includes('REF '))
        .map(({result}) => result)
      expect(results, name).toEqual(referenceResults(tree))
      expect(results.length > 0, name).toBe(expectedDocuments[path]?.refers)
    }
    expect(built.flatMap(({tree}) => referenceResults(tree)).length).toBeGreaterThan(200)
  })
})

describe('what is inserted in document.xml renumbers all that follow in its list, and nothing else', () => {
  test.each([
    ['a paragraph', 'sc58/internet-trade.en', 'CITESNotice', '5.', '34.'],
    ['a comment of the Secretariat', 'cop15/internet-trade.en', 'CITESNotice', 'B.', 'E.'],
    ['an item of a clause', 'cop15/internet-trade.en', 'CITESPivot', 'b)', 'f)'],
  ])('%s', (_what, name, style, label, last) => {
    const pkg = readPackage(documentOf(name).docx)
    const before = computeLabels(pkg)
    const start = before.findIndex((row) => row.style === style)
    const source = before.find((row, index) => index > start && row.label === label)
    const body = child(part(pkg, 'word/document.xml'), 'w:body')
    if (!source || !body) throw new Error(`There is no ${label} in ${name}.`)
    const copy = parseXml(serialize(source.paragraph).replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''))
    body.children.splice(body.children.indexOf(source.paragraph) + 1, 0, copy)
    const after = computeLabels(pkg)
    const labelsOf = (rows: readonly LabelledParagraph[], areSiblings: boolean): (string | null)[] =>
      rows
        .filter(({numId, ilvl}) => (numId === source.numId && ilvl === source.ilvl) === areSiblings)
        .map((row) => row.label)
    expect(labelsOf(after, true)).toEqual([...labelsOf(before, true), last])
    expect(labelsOf(after, false)).toEqual(labelsOf(before, false))
  })
})

/** Note marks are no words; both sides lose the space that may stand there. */
function withoutNotes(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}

/** Whether a table is the box for an answer: one cell in the style of answers. */
function isAnswer(table: Parameters<typeof descendants>[0]): boolean {
  const styles = descendants(table, 'w:pStyle').map((style) => style.attributes['w:val'])
  return styles.length === 1 && styles[0] === 'CITESAnswer'
}

test('every table is in the Word file; its header row is repeated and no row is split', () => {
  for (const {name, path, docx} of built) {
    const all = descendants(part(readPackage(docx), 'word/document.xml'), 'w:tbl')
    const answers = all.filter(isAnswer)
    expect(answers.length, name).toBe(expectedDocuments[path]?.answers)
    for (const box of answers) expect(descendants(box, 'w:cantSplit').length, name).toBe(1)
    const tables = all.filter((table) => !isAnswer(table))
    expect(tables.length, name).toBe(expectedDocuments[path]?.tables)
    for (const table of tables) {
      const rows = descendants(table, 'w:tr')
      expect(
        rows.map((row) => descendants(row, 'w:tblHeader').length),
        name,
      ).toEqual([1, ...rows.slice(1).map(() => 0)])
      for (const row of rows) expect(descendants(row, 'w:cantSplit').length, name).toBe(1)
    }
  }
})
