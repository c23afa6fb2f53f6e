import {pairUnits} from '../../difference/index.ts'
import type {Passage} from './types.ts'

/**
 * So many pairs of passages are looked at for likeness in one part: four hundred paragraphs without a name, all written
 * anew. Where there are more, what has no name and other words is told as taken out and put in.
 */
const mostLikened = 160_000

/** Indices of the passages of one side by those of the other. */
export type Pairs = Map<number, number>

/**
 * Which passage of one side is which of the other: by id, then by the same words, then by likeness within a part. Lines of
 * a cover that have no id are told by their style, where one is left on each side.
 */
export function pairPassages(before: readonly Passage[], after: readonly Passage[]): Pairs {
  const pairs: Pairs = new Map()
  const taken = new Set<number>()
  const pair = (one: number, other: number): void => {
    if (pairs.has(one) || taken.has(other)) return
    pairs.set(one, other)
    taken.add(other)
  }
  pairByName(before, after, nameOfUnit, pair)
  const some = (): Left => leftOf(before, (index) => pairs.has(index))
  const others = (): Left => leftOf(after, (index) => taken.has(index))
  for (const [own, other] of rowPairs(some(), others()))
    for (const [at, index] of own.entries()) pair(index, other[at] as number)
  for (const nameOf of [wordsInGroup, wordsInPart, longWords]) pairInOrder(some(), others(), nameOf, pair)
  for (const [own, other] of families(some(), others()))
    if (own.length * other.length <= mostLikened)
      for (const [one, two] of pairUnits(own.map(unitOf), other.map(unitOf)))
        pair((own[one] as Known).index, (other[two] as Known).index)
  for (const [own, other] of groups(some(), others(), coverLine)) {
    const [one, two] = [own[0], other[0]]
    if (one && two && own.length === 1 && other.length === 1) pair(one.index, two.index)
  }
  return pairs
}

interface Known {
  index: number
  passage: Passage
}

type Left = Known[]

function leftOf(passages: readonly Passage[], isPaired: (index: number) => boolean): Left {
  return passages.flatMap((passage, index) => (isPaired(index) ? [] : [{index, passage}]))
}

function unitOf({passage}: Known): {text: string} {
  return {text: passage.text}
}

/** A picture and its description share the id of the picture with nothing else. */
function nameOfUnit({id, kind}: Passage): string | undefined {
  return id === undefined ? undefined : kind === 'description' ? `description ${id}` : id
}

function wordsInGroup({part, kind, group, text}: Passage): string | undefined {
  return text === '' || kind === 'cell' ? undefined : [part, kind, group, text].join('\u0000')
}

function wordsInPart({part, kind, text}: Passage): string | undefined {
  return text === '' || kind === 'cell' ? undefined : [part, text].join('\u0000')
}

/** Few words may stand in several parts, and be each other's only by chance. */
const fewCharacters = 40

function longWords({kind, text}: Passage): string | undefined {
  return text.length < fewCharacters || kind === 'cell' ? undefined : text
}

/** Cells are taken for each other where their rows are: by the words of the rows, or by their likeness. */
function rowPairs(some: Left, others: Left): [number[], number[]][] {
  const [own, other] = [rowsOf(some), rowsOf(others)]
  if (own.length * other.length > mostLikened) return []
  return [...pairUnits(own, other)].flatMap(([one, two]): [number[], number[]][] => {
    const [cells, partners] = [own[one]?.cells ?? [], other[two]?.cells ?? []]
    return cells.length === partners.length ? [[cells, partners]] : []
  })
}

function rowsOf(left: Left): {text: string; cells: number[]}[] {
  const rows = new Map<string, {text: string; cells: number[]}>()
  for (const {index, passage} of left) {
    if (passage.kind !== 'cell') continue
    const key = `${passage.part} ${passage.group}`
    const row = rows.get(key) ?? {text: '', cells: []}
    rows.set(key, row)
    row.text += `${passage.text}\n`
    row.cells.push(index)
  }
  return [...rows.values()]
}

function coverLine({kind, part, group}: Passage): string | undefined {
  return kind === 'cover' ? [part, group].join('\u0000') : undefined
}

type Name = (passage: Passage) => string | undefined
type Pair = (one: number, other: number) => void

function pairByName(before: readonly Passage[], after: readonly Passage[], nameOf: Name, pair: Pair): void {
  const places = new Map<string, number>()
  for (const [index, passage] of after.entries()) {
    const name = nameOf(passage)
    if (name !== undefined && !places.has(name)) places.set(name, index)
  }
  for (const [index, passage] of before.entries()) {
    const name = nameOf(passage)
    const other = name === undefined ? undefined : places.get(name)
    if (other !== undefined) pair(index, other)
  }
}

/** Of several that are called the same the first is the first. */
function pairInOrder(some: Left, others: Left, nameOf: Name, pair: Pair): void {
  for (const [own, other] of groups(some, others, nameOf))
    for (const [at, {index}] of own.entries()) {
      const partner = other[at]
      if (partner) pair(index, partner.index)
    }
}

function groups(some: Left, others: Left, nameOf: Name): [Left, Left][] {
  const found = new Map<string, [Left, Left]>()
  for (const [side, all] of [some, others].entries())
    for (const known of all) {
      const name = nameOf(known.passage)
      if (name === undefined) continue
      const both = found.get(name) ?? [[], []]
      found.set(name, both)
      both[side as 0 | 1].push(known)
    }
  return [...found.values()].filter(([own, other]) => own.length > 0 && other.length > 0)
}

/** What may be taken for each other: words of one part, and neither a cell nor a line of a cover for a paragraph. */
function families(some: Left, others: Left): [Left, Left][] {
  const likely = new Set(['cover', 'note', 'caption', 'description', 'heading'])
  return groups(some, others, ({part, kind}) =>
    kind === 'cell' ? undefined : `${part} ${likely.has(kind) ? kind : 'text'}`,
  )
}
