import {compareUnits, pairUnits, type Unit, type UnitChange} from '../difference/index.ts'

/** What became of blocks or rows: none is moved, since what is moved goes at one place and comes at another. */
export interface Changes {
  changes: readonly UnitChange[]
  /** Where what is added stood before, by its index on the later side. */
  moved: ReadonlyMap<number, number>
}

/** So many pairs at most are looked at for likeness; with more, the texts have nothing to do with each other. */
const mostPairs = 4_000_000

/**
 * Pairs what is compared, by id, then by words, then by likeness, and says what came, went and stayed.
 *
 * @param mayPair  whether two can be one, of what kind they are
 */
export function changesOf(
  before: readonly Unit[],
  after: readonly Unit[],
  mayPair: (one: number, other: number) => boolean,
): Changes {
  const pairs = new Map([...pairsOf(before, after)].filter(([one, other]) => mayPair(one, other)))
  pairEmpty(before, after, pairs, mayPair)
  const moved = new Map<number, number>()
  for (const {kind, before: one, after: other} of compareUnits(before, after, pairs)) {
    if (kind !== 'moved' || one === undefined || other === undefined) continue
    moved.set(other, one)
    pairs.delete(one)
  }
  return {changes: compareUnits(before, after, pairs), moved}
}

/** What is empty is that behind the same, or behind what stands in its place. */
function pairEmpty(
  before: readonly Unit[],
  after: readonly Unit[],
  pairs: Map<number, number>,
  mayPair: (one: number, other: number) => boolean,
): void {
  const taken = new Set(pairs.values())
  for (const [index, {text}] of before.entries()) {
    if (text !== '' || pairs.has(index)) continue
    const steps = pairs.has(index - 1) ? 1 : 2
    const other = (pairs.get(index - steps) ?? Number.NaN) + steps
    const isFree = !taken.has(other) && (steps === 1 || !taken.has(other - 1))
    if (after[other]?.text !== '' || !isFree || !mayPair(index, other)) continue
    pairs.set(index, other)
    taken.add(other)
  }
}

function pairsOf(before: readonly Unit[], after: readonly Unit[]): Map<number, number> {
  const [left, others] = [unmatched(before, after), unmatched(after, before)]
  if (left * others <= mostPairs) return pairUnits(before, after)
  // By ids and by words alone: each words are an id, those that stand several times by their place among them.
  return pairUnits(named(before), named(after))
}

function unmatched(units: readonly Unit[], others: readonly Unit[]): number {
  const known = new Set(others.flatMap(({id, text}) => [id, text]))
  return units.filter(({id, text}) => !(id !== undefined && known.has(id)) && !known.has(text)).length
}

function named(units: readonly Unit[]): Unit[] {
  const counts = new Map<string, number>()
  return units.map(({id, text}) => {
    const count = counts.get(text) ?? 0
    counts.set(text, count + 1)
    return {id: id ?? `${text} ${count}`, text: ''}
  })
}
