import {type Counted, counted, likeness} from './likeness.ts'
import type {Unit} from './types.ts'

/** Units that share more than so much of their words are taken for each other: “by the police; and” is not “by the post”. */
const alike = 0.6

/**
 * Which unit of one side is which of the other: by id, then by the same words, then by likeness of words, the most alike
 * first; never by place alone.
 *
 * @returns indices of the later side by those of the earlier one
 */
export function pairUnits(before: readonly Unit[], after: readonly Unit[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (one: number, other: number): void => {
    if (pairs.has(one) || taken.has(other)) return
    pairs.set(one, other)
    taken.add(other)
  }
  pairBy(before, after, ({id}) => id, pair)
  const [left, others] = [
    leftOf(before, (index) => pairs.has(index)),
    leftOf(after, (index) => taken.has(index)),
  ]
  // Of units with the same words the first is the first.
  const queues = new Map<string, number[]>()
  for (const index of others) {
    const text = after[index]?.text ?? ''
    queues.set(text, [...(queues.get(text) ?? []), index])
  }
  for (const index of left) {
    const text = before[index]?.text ?? ''
    const other = text === '' ? undefined : queues.get(text)?.shift()
    if (other !== undefined) pair(index, other)
  }
  for (const {one, other} of alikePairs(
    countedOf(
      before,
      leftOf(before, (index) => pairs.has(index)),
    ),
    countedOf(
      after,
      leftOf(after, (index) => taken.has(index)),
    ),
  ))
    pair(one, other)
  return pairs
}

function pairBy(
  before: readonly Unit[],
  after: readonly Unit[],
  nameOf: (unit: Unit) => string | undefined,
  pair: (one: number, other: number) => void,
): void {
  const places = new Map<string, number>()
  for (const [index, unit] of after.entries()) {
    const name = nameOf(unit)
    if (name !== undefined && !places.has(name)) places.set(name, index)
  }
  for (const [index, unit] of before.entries()) {
    const other = places.get(nameOf(unit) ?? '')
    if (other !== undefined) pair(index, other)
  }
}

function leftOf(units: readonly Unit[], isPaired: (index: number) => boolean): number[] {
  return [...units.keys()].filter((index) => !isPaired(index))
}

type Candidate = {index: number; words: Counted}

function countedOf(units: readonly Unit[], indices: readonly number[]): Candidate[] {
  return indices.map((index) => ({index, words: counted(units[index]?.text ?? '')}))
}

/** The most alike first; of those that are equally alike the nearest, then the first. */
function alikePairs(
  some: readonly Candidate[],
  others: readonly Candidate[],
): {one: number; other: number}[] {
  const found = some.flatMap(({index: one, words}) =>
    others.flatMap(({index: other, words: otherWords}) => {
      const share = likeness(words, otherWords)
      return share > alike ? [{one, other, share}] : []
    }),
  )
  return found.sort(
    (a, b) =>
      b.share - a.share ||
      Math.abs(a.one - a.other) - Math.abs(b.one - b.other) ||
      a.one - b.one ||
      a.other - b.other,
  )
}
