import {joined} from '../segment.ts'
import type {Code, Returned, ReturnedCode, Segment} from '../types.ts'

type Piece = string | {id: number | undefined; pieces: Returned | Segment | undefined}

/** Whether what came back is a segment as it went out: the same texts between the same codes. */
export function isSame(returned: Returned, segment: Segment): boolean {
  return shapeOf(trimmed(returned)) === shapeOf(segment)
}

function shapeOf(pieces: readonly Piece[]): string {
  return JSON.stringify(shaped(pieces))
}

function shaped(pieces: readonly Piece[]): unknown[] {
  return pieces.map((piece) =>
    typeof piece === 'string' ? piece : [piece.id, piece.pieces ? shaped(piece.pieces) : null],
  )
}

/** What came back without white space at its ends, which no source has. */
export function trimmed(returned: Returned): Returned {
  const last = returned.length - 1
  return joined(
    returned.map((piece, at) => {
      if (typeof piece !== 'string') return piece
      const begun = at === 0 ? piece.replace(/^[ \t\n]+/, '') : piece
      return at === last ? begun.replace(/[ \t\n]+$/, '') : begun
    }),
  )
}

/** All codes that came back, those in others too. */
export function codesReturned(returned: Returned): ReturnedCode[] {
  return returned.flatMap((piece) =>
    typeof piece === 'string' ? [] : [piece, ...codesReturned(piece.pieces ?? [])],
  )
}

/** The texts that came back without their codes. */
export function textReturned(returned: Returned): string {
  return returned
    .map((piece) => (typeof piece === 'string' ? piece : textReturned(piece.pieces ?? [])))
    .join('')
}

/** How a code is told in a message: as it is typed in the source. */
export function shownCode({open, close, pieces}: Code): string {
  return pieces ? `${open}…${close}` : open
}
