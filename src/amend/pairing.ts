import {pairUnits, type Unit} from '../difference/index.ts'

/** Indices of the units of a body by those of the text in force. */
export type Pairing = (old: readonly Unit[], body: readonly Unit[]) => Map<number, number>

/**
 * Which unit is which, in every language as in the first that is asked, which is the original: by the ids that they
 * share, so that no language strikes what another changes. A unit whose id the original does not have, or that has none,
 * is told by its words.
 */
export function sharedPairing(): Pairing {
  let known: ReadonlyMap<string, string | undefined> | undefined
  return (old, body) => {
    if (known) return pairsAsKnown(known, old, body)
    const pairs = pairUnits(old, body)
    const partners = new Map([...pairs].map(([one, other]) => [other, old[one]?.id]))
    known = new Map(body.flatMap(({id}, index) => (id === undefined ? [] : [[id, partners.get(index)]])))
    return pairs
  }
}

/** @param known  ids of the text in force by those of the original's body; undefined for what is new there */
function pairsAsKnown(
  known: ReadonlyMap<string, string | undefined>,
  old: readonly Unit[],
  body: readonly Unit[],
): Map<number, number> {
  const pairs = new Map<number, number>()
  const places = new Map(old.map(({id}, index) => [id, index]))
  const isKnown = ({id}: Unit): boolean => id !== undefined && known.has(id)
  for (const [index, unit] of body.entries()) {
    const one = isKnown(unit) ? places.get(known.get(unit.id ?? '') ?? '') : undefined
    if (one !== undefined && !pairs.has(one)) pairs.set(one, index)
  }
  const settled = new Set(known.values())
  const left = [...old.keys()].filter((index) => !pairs.has(index) && !settled.has(old[index]?.id))
  const others = [...body.keys()].filter((index) => !isKnown(body[index] as Unit))
  const wordsOf = (units: readonly Unit[], indices: readonly number[]): Unit[] =>
    indices.map((index) => ({id: units[index]?.id, text: units[index]?.text ?? ''}))
  for (const [one, other] of pairUnits(wordsOf(old, left), wordsOf(body, others)))
    pairs.set(left[one] as number, others[other] as number)
  return pairs
}
