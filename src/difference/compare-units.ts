import {pairUnits} from './pair-units.ts'
import type {Unit, UnitChange} from './types.ts'

/**
 * What became of the units of a text: the same, changed, added, deleted or moved. As many as can keep their order are not
 * moved; one that left a unit which is still there, for another, is.
 *
 * @param before  the earlier units in their order
 * @param after  the later ones
 * @param pairs  which is which, where it is known already: indices of `after` by those of `before`
 * @returns a change for each unit, those of `after` in their order, a deleted one behind what stood before it
 */
export function compareUnits(
  before: readonly Unit[],
  after: readonly Unit[],
  pairs: ReadonlyMap<number, number> = pairUnits(before, after),
): UnitChange[] {
  const staying = longestRising(
    [...before.keys()].filter((index) => pairs.has(index)),
    pairs,
  )
  const earlier = new Map([...pairs].map(([one, other]) => [other, one]))
  const changeOf = (one: number, other: number): UnitChange => {
    const isMoved = !staying.has(one) || hasLeft(before[one], after[other], pairs)
    const isSame = before[one]?.text === after[other]?.text
    return {kind: isMoved ? 'moved' : isSame ? 'same' : 'changed', before: one, after: other}
  }
  // A deleted unit stands behind the last one before it that kept its place.
  const behind = new Map<number, UnitChange[]>()
  let last = -1
  for (const index of before.keys()) {
    const other = pairs.get(index)
    if (other === undefined) behind.set(last, [...(behind.get(last) ?? []), {kind: 'deleted', before: index}])
    else if (staying.has(index)) last = other
  }
  const changes = [...(behind.get(-1) ?? [])]
  for (const other of after.keys()) {
    const one = earlier.get(other)
    changes.push(one === undefined ? {kind: 'added', after: other} : changeOf(one, other))
    for (const deleted of behind.get(other) ?? []) changes.push(deleted)
  }
  return changes
}

/** Whether a unit stands under another than before, though what it stood under is still there; the top always is. */
function hasLeft(
  one: Unit | undefined,
  other: Unit | undefined,
  pairs: ReadonlyMap<number, number>,
): boolean {
  if (one?.parent === undefined) return other?.parent !== undefined
  const parent = pairs.get(one.parent)
  return parent !== undefined && parent !== other?.parent
}

/** The most indices whose partners rise: patience sorting, n log n. */
function longestRising(indices: readonly number[], pairs: ReadonlyMap<number, number>): Set<number> {
  const tops: number[] = []
  const previous = new Map<number, number | undefined>()
  const partner = (index: number): number => pairs.get(index) ?? -1
  for (const index of indices) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (partner(tops[middle] as number) < partner(index)) low = middle + 1
      else high = middle
    }
    previous.set(index, tops[low - 1])
    tops[low] = index
  }
  const rising = new Set<number>()
  for (let index = tops.at(-1); index !== undefined; index = previous.get(index)) rising.add(index)
  return rising
}
