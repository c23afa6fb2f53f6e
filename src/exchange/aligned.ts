import {codesOf, joined, segmentOf} from './segment.ts'
import type {Code, Segment} from './types.ts'

/**
 * Words in another language, or as they were earlier, with the numbers that their codes have in the original: the same
 * code by how it is typed, else by what it names. What the original has not comes behind its codes.
 *
 * @param source  as it is typed
 * @param original  the segment that gives the numbers
 */
export function alignedTo(source: string, original: Segment): Segment {
  const segment = segmentOf(source)
  const ids = numbersOf(codesOf(segment), codesOf(original))
  return renumbered(segment, ids)
}

function numbersOf(codes: readonly Code[], originals: readonly Code[]): ReadonlyMap<number, number> {
  const left = [...originals]
  const ids = new Map<number, number>()
  for (const sameness of [isTypedAs, isKeyOf]) {
    for (const code of codes) {
      if (ids.has(code.id)) continue
      const at = left.findIndex((other) => isSameShape(code, other) && sameness(code, other))
      const [found] = at < 0 ? [] : left.splice(at, 1)
      if (found) ids.set(code.id, found.id)
    }
  }
  let next = originals.length
  for (const {id} of codes) {
    if (ids.has(id)) continue
    next += 1
    ids.set(id, next)
  }
  return ids
}

function isSameShape(one: Code, other: Code): boolean {
  return (one.pieces === undefined) === (other.pieces === undefined)
}

function isTypedAs(one: Code, other: Code): boolean {
  return one.open === other.open && one.close === other.close
}

function isKeyOf(one: Code, other: Code): boolean {
  return one.key === other.key
}

function renumbered(segment: Segment, ids: ReadonlyMap<number, number>): Segment {
  return segment.map((piece) =>
    typeof piece === 'string'
      ? piece
      : {...piece, id: ids.get(piece.id) ?? piece.id, pieces: piece.pieces && renumbered(piece.pieces, ids)},
  )
}

/**
 * Words without the codes that only the translation has, such as raised letters: tools that know the codes of the original
 * alone give them back so.
 */
export function withoutOwn(segment: Segment, original: Segment): Segment {
  const most = codesOf(original).length
  const inside = (pieces: Segment): (string | Code)[] =>
    joined(
      pieces.flatMap((piece) => {
        if (typeof piece === 'string') return [piece]
        const words = piece.pieces && inside(piece.pieces)
        return piece.id > most ? (words ?? []) : [{...piece, pieces: words}]
      }),
    )
  return inside(segment)
}
