import fc from 'fast-check'
import {expect, test} from 'vitest'
import {certifyDocx} from '../../src/certify/index.ts'
import {accepted} from '../../src/compose/accepted.ts'
import {number} from '../../src/number/index.ts'
import {renderDocx} from '../../src/render/docx/index.ts'
import {type Finished, usedStyles} from '../../src/render/index.ts'
import {
  type Change,
  type CrossReference,
  type DocumentTree,
  type InlineNode,
  isNumbered,
  type NumberedUnit,
  type Provision,
  text,
  toText,
  visit,
} from '../../src/tree/index.ts'
import {checkedProject} from '../support/built.ts'

// A text that is amended has the letters and references of the text that is accepted, and as its old ones those of the
// text that was: whatever is struck or new, at whatever depth.

/** An item, or a paragraph over a list, as somebody proposes it. */
interface Item {
  change: Change | undefined
  items: Item[]
  /** Which of the units that it may refer to, as a share of them. */
  refersTo: number
}

/** The three texts: as they are proposed, and each side by itself. */
type Reading = 'amended' | 'old' | 'new'

const change = fc.constantFrom<(Change | undefined)[]>(undefined, undefined, 'struck', 'new')
const items = (depth: number): fc.Arbitrary<Item[]> =>
  fc.array(
    fc.record({
      change,
      items: depth === 0 ? fc.constant<Item[]>([]) : fc.oneof(fc.constant<Item[]>([]), items(depth - 1)),
      refersTo: fc.nat(1000),
    }),
    {minLength: depth === 2 ? 1 : 0, maxLength: 4},
  )
const numbers = fc.boolean()

/** Each unit with its id and its change, which is that of what it stands under where that has one. */
interface Named {
  id: string
  change: Change | undefined
  refersTo: number
  items: Named[]
}

function named(list: readonly Item[], path: string, above?: Change): Named[] {
  return list.map((item, index) => {
    const id = `${path}-${index}`
    const own = above ?? item.change
    return {id, change: own, refersTo: item.refersTo, items: named(item.items, id, own)}
  })
}

const flat = (list: readonly Named[]): Named[] => list.flatMap((one) => [one, ...flat(one.items)])

/** The tree of one of the three texts; clauses have no number, and each of their lists a sequence of its own. */
function treeOf(all: readonly Named[], isNumberedText: boolean, reading: Reading): DocumentTree {
  const units = flat(all)
  const other: Change = reading === 'old' ? 'new' : 'struck'
  const kept = (one: Named): boolean => reading === 'amended' || one.change !== other
  const wordsOf = ({id, change: own, refersTo}: Named): InlineNode[] => {
    const targets = units.filter(
      (one) => one.change !== (own === 'struck' ? 'new' : 'struck') && (isNumberedText || !all.includes(one)),
    )
    const target = targets[refersTo % Math.max(1, targets.length)]?.id
    const reference: InlineNode[] = target === undefined ? [] : [{type: 'crossReference', target}]
    const children: InlineNode[] = [...text(`words of ${id} `), ...reference]
    if (reading !== 'amended' || own === undefined) return children
    return [{type: own === 'struck' ? 'deleted' : 'inserted', children}]
  }
  const below = (of: Named, sequence: string, sequenceKind: string, level: number): never => {
    const children = of.items.filter(kept).map(
      (one): Provision => ({
        type: 'provision',
        unit: one.id,
        sequence,
        sequenceKind,
        level,
        children: [
          {type: 'leadParagraph', children: wordsOf(one)},
          ...below(one, sequence, sequenceKind, level + 1),
        ],
      }),
    )
    return (children.length > 0 ? [{type: 'provisionList', children}] : []) as never
  }
  const children = all.filter(kept).map((one) => {
    const lead = {type: 'leadParagraph' as const, children: wordsOf(one)}
    return isNumberedText
      ? {
          type: 'numberedParagraph' as const,
          unit: one.id,
          sequence: 'paragraphs',
          sequenceKind: 'paragraphs',
          level: 0,
          children: [lead, ...below(one, 'paragraphs', 'paragraphs', 1)] as [typeof lead],
        }
      : {
          type: 'clause' as const,
          unit: one.id,
          style: 'operative' as const,
          children: [lead, ...below(one, `list:${one.id}`, 'clause-list', 0)] as [typeof lead],
        }
  })
  return {
    type: 'citesDocument',
    meta: {
      path: 'test/amended',
      language: 'en',
      tag: 'en-GB',
      languageName: 'English',
      symbol: 'Test 1',
      title: 'Test',
      author: 'Test',
      date: '2009-10-09',
      alternatives: [],
      words: {skip: 'Skip', languages: 'Languages', notes: 'Notes', back: 'Back', document: 'Document'},
    },
    sequences: [],
    children: [
      {
        type: 'part',
        name: 'body',
        unit: 'body',
        file: 'body.en.md',
        footer: 'p. ',
        isLandscape: false,
        children,
      },
    ],
  }
}

function unitsOf(tree: DocumentTree): Map<string, NumberedUnit> {
  const units = new Map<string, NumberedUnit>()
  visit(tree, ['numberedParagraph', 'provision'], (node) => {
    if (isNumbered(node)) units.set(node.unit ?? '', node)
  })
  return units
}

/** Labels of the references of a unit's own words. */
function linksOf(unit: NumberedUnit): string[] {
  const links: string[] = []
  visit(unit.children[0], 'crossReference', (node: CrossReference) => {
    for (const {label} of node.links ?? []) links.push(label)
  })
  return links
}

const {dossier} = await checkedProject()
const {numbering, styles} = dossier.templates

/** Numbers the text as it is proposed and each side alone. */
function threeOf(list: readonly Item[], isNumberedText: boolean) {
  const all = named(list, 'u')
  const read = (reading: Reading): DocumentTree => number(treeOf(all, isNumberedText, reading), numbering)
  return {amended: read('amended'), old: read('old'), new: read('new')}
}

test('labels and references are those of the accepted text, old ones those of the text that was', () => {
  let oldLabels = 0
  fc.assert(
    fc.property(items(2), numbers, (list, isNumberedText) => {
      const {amended, old, new: next} = threeOf(list, isNumberedText)
      const [units, oldUnits, newUnits] = [unitsOf(amended), unitsOf(old), unitsOf(next)]
      const told = [...units.values()]
      const isStruck = (unit: NumberedUnit): boolean => unit.change === 'struck'
      const rows = (of: ReadonlyMap<string, NumberedUnit>): string[] =>
        [...of].map(([id, unit]) => `${unit.label} ${id} ${linksOf(unit).join(' ')}`)
      expect(
        told
          .filter((unit) => !isStruck(unit))
          .map((unit) => `${unit.label} ${unit.unit} ${linksOf(unit).join(' ')}`),
      ).toEqual(rows(newUnits))
      const was = told.filter((unit) => unit.change !== 'new')
      expect(was.map((unit) => `${unit.oldLabel ?? unit.label} ${unit.unit}`)).toEqual(
        [...oldUnits].map(([id, unit]) => `${unit.label} ${id}`),
      )
      for (const unit of was.filter(isStruck))
        expect(linksOf(unit)).toEqual(linksOf(oldUnits.get(unit.unit ?? '') as NumberedUnit))
      expect(told.filter((unit) => unit.oldLabel === unit.label)).toEqual([])
      oldLabels += told.filter((unit) => unit.oldLabel !== undefined).length
    }),
    {numRuns: 150, seed: 1},
  )
  expect(oldLabels).toBeGreaterThan(50)
})

test('the Word file is proven to have them, struck where they are struck', async () => {
  const samples = fc.sample(fc.tuple(items(2), numbers), {numRuns: 6, seed: 2})
  for (const [list, isNumberedText] of samples) {
    const tree = threeOf(list, isNumberedText).amended
    const finished: Finished = {numbering, styles: usedStyles(styles, numbering, tree), tree}
    const certificate = certifyDocx('amended.docx', await renderDocx(finished), finished)
    expect(certificate.labels).toBe(unitsOf(tree).size)
  }
})

test('accepted words have no two spaces, none at their ends and none before a comma', () => {
  const words = fc.constantFrom('bears', 'bees', 'ears')
  const mark = fc.constantFrom<('deleted' | 'inserted' | undefined)[]>('deleted', 'inserted', undefined)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, mark, fc.constantFrom('', ',')), {minLength: 1, maxLength: 7}),
      fc.boolean(),
      (pieces, isEmphasized) => {
        const nodes = pieces.flatMap(([word, type, comma], index): InlineNode[] => [
          ...(index === 0 ? [] : text(' ')),
          ...(type === undefined ? text(word) : [{type, children: text(word)}]),
          ...text(comma),
        ])
        const [first = [], ...rest] = nodes.map((node) => [node])
        const all: InlineNode[] = isEmphasized ? [{type: 'emphasis', children: first}, ...rest.flat()] : nodes
        const read = accepted(all).map(toText).join('')
        expect(read).not.toMatch(/ {2}|^ | $| ,/)
        for (const [word, type] of pieces) if (type !== 'deleted') expect(read).toContain(word)
      },
    ),
    {numRuns: 300, seed: 3},
  )
})
