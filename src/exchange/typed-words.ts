import {escapeWords} from '../sheet/index.ts'
import {segmentOf} from './segment.ts'
import type {Code, Returned} from './types.ts'

/**
 * Words and codes as they are typed in a source: as they stand where that is read as the same, with a backslash before
 * each sign that would be taken for a mark otherwise.
 *
 * @param returned  whose codes are all among `codes`
 * @param codes  what is typed for each number
 * @param isCell  whether they stand between bars
 * @returns undefined where they cannot be typed so that the same is read
 */
export function typedWords(
  returned: Returned,
  codes: ReadonlyMap<number, Code>,
  isCell: boolean,
): string | undefined {
  const asTheyStand = typed(returned, codes, (text) => text)
  if (!(isCell && /(?<!\\)\|/.test(asTheyStand)) && isRead(asTheyStand, returned, codes)) return asTheyStand
  const escaped = typed(returned, codes, (text, isFirst) => escapeWords(text, isFirst))
  return isRead(escaped, returned, codes) ? escaped : undefined
}

function typed(
  returned: Returned,
  codes: ReadonlyMap<number, Code>,
  write: (text: string, isFirst: boolean) => string,
  isStart = true,
): string {
  return returned
    .map((piece, at) => {
      const isFirst = isStart && at === 0
      if (typeof piece === 'string') return write(piece, isFirst)
      const {open = '', close = ''} = codes.get(piece.id ?? 0) ?? {}
      return open + (piece.pieces ? typed(piece.pieces, codes, write, false) : '') + close
    })
    .join('')
}

function isRead(source: string, returned: Returned, codes: ReadonlyMap<number, Code>): boolean {
  // A paragraph that begins like a list or a heading is none.
  if (/^(?:[#>+=-]|\d{1,9}[.)](?:\s|$))/.test(source)) return false
  return JSON.stringify(shapeOf(segmentOf(source))) === JSON.stringify(expected(returned, codes))
}

type Shape = (string | [string, string, Shape | null])[]

function shapeOf(segment: readonly (string | Code)[]): Shape {
  return segment.map((piece) =>
    typeof piece === 'string'
      ? piece
      : [piece.open, piece.close, piece.pieces ? shapeOf(piece.pieces) : null],
  )
}

function expected(returned: Returned, codes: ReadonlyMap<number, Code>): Shape {
  return returned.map((piece) => {
    if (typeof piece === 'string') return piece
    const {open = '', close = ''} = codes.get(piece.id ?? 0) ?? {}
    return [open, close, piece.pieces ? expected(piece.pieces, codes) : null]
  })
}
