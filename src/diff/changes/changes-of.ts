import {compareUnits, type UnitChange} from '../../difference/index.ts'
import type {DocumentTree} from '../../tree/index.ts'
import {pairPassages} from '../passages/pair-passages.ts'
import {passagesOf} from '../passages/passages-of.ts'
import type {Passage, Piece} from '../passages/types.ts'
import {changedPassage, formChange} from './changed-passage.ts'
import {fieldChanges} from './fields.ts'
import {folded} from './folded.ts'
import {renumbered} from './renumbered.ts'
import {shown} from './runs.ts'
import {partsOf} from './split-and-join.ts'
import {partedChange, spotOf} from './spots.ts'
import type {Found, Placed, Sides} from './types.ts'

/**
 * Everything that a reader finds changed between two finished trees of a document in a language.
 *
 * @returns the changes in the order of the later side, then the numbers; and whether a unit is called otherwise
 */
export function changesOf(one: DocumentTree, other: DocumentTree): {changes: Found[]; hasOtherIds: boolean} {
  const sides = sidesOf(passagesOf(one), passagesOf(other))
  const {before, after, pairs} = sides
  const units = compareUnits(before.map(unitOf), after.map(unitOf), pairs)
  const moved = new Set(units.flatMap(({kind, after: to}) => (kind === 'moved' ? (to ?? []) : [])))
  const {parted, taken} = partedIn(sides)
  const found = units.flatMap((unit): Placed[] => {
    const {before: from, after: to} = unit
    const key = from === undefined ? `+${to}` : `-${from}`
    if (taken.has(key)) return []
    const split = to === undefined ? undefined : parted.get(to)
    return split ? [{unit, found: split}] : placedIn(unit, sides)
  })
  const changes = folded(found, sides).map((placed) => placed.found)
  return {
    changes: [
      ...fieldChanges(one, other, changes),
      ...changes,
      ...renumbered(sides, (index) => moved.has(index)),
    ],
    hasOtherIds: [...pairs].some(([from, to]) => before[from]?.id !== after[to]?.id),
  }
}

/** Both sides; references of the earlier one point at what their targets are called now. */
function sidesOf(before: readonly Passage[], after: readonly Passage[]): Sides {
  const pairs = pairPassages(before, after)
  const names = new Map<string, string>()
  for (const [from, to] of pairs) {
    const [one, other] = [before[from]?.id, after[to]?.id]
    if (one !== undefined && other !== undefined && one !== other) names.set(one, other)
  }
  const earlier = new Map([...pairs].map(([from, to]) => [to, from]))
  return {before: names.size === 0 ? before : before.map((own) => renamed(own, names)), after, pairs, earlier}
}

function renamed(passage: Passage, names: ReadonlyMap<string, string>): Passage {
  if (!passage.pieces.some(({target}) => target !== undefined && names.has(target))) return passage
  const pieces = passage.pieces.map((piece): Piece => {
    const name = piece.target === undefined ? undefined : names.get(piece.target)
    if (name === undefined) return piece
    const at = piece.key.lastIndexOf(piece.target ?? '')
    return {...piece, target: name, key: `${piece.key.slice(0, at)}${name}`}
  })
  return {...passage, pieces}
}

/** What stands in a cell is told by its row, not by what is over it. */
function unitOf({id, text, parent, kind}: Passage): {id?: string; text: string; parent?: number} {
  return {
    ...(id === undefined ? {} : {id}),
    text,
    ...(parent === undefined || kind === 'cell' ? {} : {parent}),
  }
}

function placedIn(unit: UnitChange, sides: Sides): Placed[] {
  const {kind, before: from, after: to} = unit
  const [one, other] = [
    from === undefined ? undefined : sides.before[from],
    to === undefined ? undefined : sides.after[to],
  ]
  if (one && other) {
    const isMoved = kind === 'moved'
    const changed = changedPassage(one, other, isMoved ? placesOf(sides, from, to) : undefined)
    const form = formChange(one, other)
    return [changed, form].flatMap((found) => (found ? [{unit, found}] : []))
  }
  const own = (one ?? other) as Passage
  const facts = [...new Set(own.pieces.flatMap(({fact}) => fact ?? []))]
  const isFactual =
    own.pieces.length > 0 && own.pieces.every(({fact, text}) => fact !== undefined || text.trim() === '')
  const found: Found = {
    kind: one ? 'removed' : 'added',
    what: own.kind,
    part: own.part,
    ...(one ? {before: spotOf(own)} : {after: spotOf(own)}),
    runs: shown(one ? 'deleted' : 'inserted', own.pieces),
    facts,
    isFactual,
  }
  return [{unit, found}]
}

/** What stood before a moved passage, and what stands before it now. */
function placesOf(
  {before, after}: Sides,
  from: number | undefined,
  to: number | undefined,
): {before: Passage | undefined; after: Passage | undefined} {
  return {before: before[(from ?? 0) - 1], after: after[(to ?? 0) - 1]}
}

/** Paragraphs that were split or joined, by the index of what is left of them, and what is told with these. */
function partedIn(sides: Sides): {parted: Map<number, Found>; taken: Set<string>} {
  const {before, after, pairs, earlier} = sides
  const parted = new Map<number, Found>()
  const taken = new Set<string>()
  for (const [from, to] of pairs) {
    const [one, other] = [before[from] as Passage, after[to] as Passage]
    if (one.text === other.text || one.kind === 'cell') continue
    const isNew = (index: number): boolean => !earlier.has(index) && !taken.has(`+${index}`)
    const isGone = (index: number): boolean => !pairs.has(index) && !taken.has(`-${index}`)
    const split = partsOf(one.pieces, after, to, isNew)
    const joined = split ? undefined : partsOf(other.pieces, before, from, isGone)
    if (!split && !joined) continue
    parted.set(to, partedChange(one, other, sides, split, joined))
    for (const index of split?.indices ?? []) if (index !== to) taken.add(`+${index}`)
    for (const index of joined?.indices ?? []) if (index !== from) taken.add(`-${index}`)
  }
  return {parted, taken}
}
