import type {UnitChange} from '../difference/index.ts'
import type {BodyUnit, OldUnit} from './types.ts'

/** Where a paragraph of the text in force is put back, struck. */
export type StruckPlace =
  /** Under another that is put back as well. */
  | {under: number}
  /** Behind a unit of the body and all that stands under it. */
  | {behind: number}
  /** Before a unit of the body. */
  | {before: number}
  /** As the first item under a unit of the body that has none. */
  | {first: number}
  /** Without a label, behind all that stands under a unit of the body. */
  | {after: number}
  | 'end'

/** Which units of the text in force are put back, and where: in their old place, as far as it is still there. */
export function struckPlaces(
  old: readonly OldUnit[],
  body: readonly BodyUnit[],
  changes: readonly UnitChange[],
  isOperative: (words: string) => boolean,
): Map<number, StruckPlace> {
  const partners = new Map(
    changes.flatMap(({before, after}) =>
      before !== undefined && after !== undefined ? [[before, after]] : [],
    ),
  )
  const struck = new Set(
    changes.flatMap(({kind, before}) =>
      before !== undefined && (kind === 'deleted' || kind === 'moved') ? [before] : [],
    ),
  )
  const places = new Map<number, StruckPlace>()
  for (const index of [...struck].sort((a, b) => a - b)) {
    const parent = old[index]?.parent
    if (parent !== undefined && struck.has(parent)) {
      places.set(index, {under: parent})
      continue
    }
    const above = parent === undefined ? undefined : partners.get(parent)
    if (old[index]?.isContinuation && above !== undefined) {
      places.set(index, {after: above})
      continue
    }
    const stays = (other: number): number | undefined => {
      const partner = old[other]?.parent === parent && !struck.has(other) ? partners.get(other) : undefined
      const isAlike = above === undefined || body[partner ?? -1]?.kind === 'item'
      return partner !== undefined && isAlike && body[partner]?.parent === above ? partner : undefined
    }
    const place = placeAmong(index, old.length, stays) ?? placeUnder(above, body)
    places.set(index, parent === undefined ? onItsSide(place, old[index], body, isOperative) : place)
  }
  return places
}

/** Behind the last unit before it that kept its place, else before the first one behind it that did. */
function placeAmong(
  index: number,
  length: number,
  stays: (other: number) => number | undefined,
): StruckPlace | undefined {
  for (let other = index - 1; other >= 0; other--) {
    const behind = stays(other)
    if (behind !== undefined) return {behind}
  }
  for (let other = index + 1; other < length; other++) {
    const before = stays(other)
    if (before !== undefined) return {before}
  }
  return undefined
}

function placeUnder(above: number | undefined, body: readonly BodyUnit[]): StruckPlace {
  const before = body.findIndex(
    ({parent, kind}) => parent === above && (above === undefined || kind === 'item'),
  )
  if (above === undefined) return before < 0 ? 'end' : {before}
  return before < 0 ? {first: above} : {before}
}

/** A paragraph of the operative part is not put back in the preamble, nor the other way round. */
function onItsSide(
  place: StruckPlace,
  unit: OldUnit | undefined,
  body: readonly BodyUnit[],
  isOperative: (words: string) => boolean,
): StruckPlace {
  const pivot = body.findIndex(({kind}) => kind === 'pivot')
  if (pivot < 0 || place === 'end') return place
  const isBehindPivot = isOperative(unit?.text ?? '')
  if (isBehindPivot && 'behind' in place && place.behind < pivot) return {behind: pivot}
  if (!isBehindPivot && 'before' in place && place.before > pivot) return {before: pivot}
  return place
}
