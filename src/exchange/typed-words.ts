import {escapeWords} from '../sheet/index.ts'
import {lineBreak, segmentOf} from './segment.ts'
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
      const before = returned[at - 1]
      const isBroken = typeof before === 'object' && codes.get(before.id ?? 0)?.open === lineBreak
      const isFirst = (isStart && at === 0) || isBroken
      if (typeof piece === 'string') return write(piece, isFirst)
      const {open = '', close = ''} = codes.get(piece.id ?? 0) ?? {}
      return open + (piece.pieces ? typed(piece.pieces, codes, write, false) : '') + close
    })
    .join('')
}

function isRead(source: string, returned: Returned, codes: ReadonlyMap<number, Code>): boolean {
  if (source.split(/(?<!\\)\\ /).some((line) => otherBlock.test(line))) return false
  return JSON.stringify(shapeOf(segmentOf(source))) === JSON.stringify(expected(returned, codes))
}

/** What would begin another block than a paragraph: a heading, a quotation, a list, a line, a directive, a definition. */
const otherBlock =
  /^(?:[#>=|]|[*+-](?:\s|$)|([*_-])(?:\s*\1){2,}\s*$|::|\d{1,9}[.)](?:\s|$)|`{3}|~{3}|\[[^\]]*\]:|\t| {4})/

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
