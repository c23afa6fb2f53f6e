import type {Scalar} from 'yaml'
import {addAll} from '../../message/index.ts'

// A run of line breaks, of white space, of other characters; an escape. YAML 1.2.2, 7.3 and 7.4. (The parser lets a
// text end with half an escape where the file ends: 'it'' and "\".)
const plain = /\n[ \t\n]*|[ \t]+|[^\n \t]+/g
const singleQuoted = /\n[ \t\n]*|[ \t]+|''?|[^\n \t']+/g
const doubleQuoted = /\n[ \t\n]*|[ \t]+|\\(?:\n[ \t]*|x..|u.{4}|U.{8}|.)?|[^\n \t\\]+/g

/**
 * Where the characters of a plain or quoted text were written.
 *
 * @param type  of the scalar
 * @param text  of the file
 * @param start  offset of its first character, which may be a quotation mark
 * @param end  offset behind its last
 * @returns an offset for each character of the value, and one more for its end
 */
export function flowOffsets(type: Scalar['type'], text: string, start: number, end: number): number[] {
  const isQuoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE'
  const pieces = type === 'QUOTE_DOUBLE' ? doubleQuoted : isQuoted ? singleQuoted : plain
  const [first, last] = isQuoted ? [start + 1, end - 1] : [start, end]
  const written = text.slice(first, last)
  const offsets: number[] = []
  for (const {0: piece, index} of written.matchAll(pieces)) {
    const at = first + index
    const isBeforeBreak = written[index + piece.length] === '\n'
    if (piece.startsWith('\n')) addAll(offsets, foldedBreaks(piece, at))
    else if (type === 'QUOTE_SINGLE' && piece.startsWith("'")) offsets.push(at)
    else if (type === 'QUOTE_DOUBLE' && piece.startsWith('\\')) addAll(offsets, ofEscape(piece, at))
    else if (!(isBeforeBreak && /^[ \t]/.test(piece)))
      addAll(
        offsets,
        Array.from({length: piece.length}, (_, place) => at + place),
      )
  }
  return [...offsets, last]
}

/** One line break is a space; of several each but the first stays. */
function foldedBreaks(piece: string, at: number): number[] {
  const all = [...piece.matchAll(/\n/g)].map(({index}) => at + index)
  return all.length === 1 ? all : all.slice(1)
}

/** All UTF-16 code units of an escape stand at its backslash: none of a line break, two of what lies beyond U+FFFF. */
function ofEscape(piece: string, at: number): number[] {
  if (piece.startsWith('\\\n')) return []
  return piece.startsWith('\\U') && Number.parseInt(piece.slice(2), 16) > 0xffff ? [at, at] : [at]
}
