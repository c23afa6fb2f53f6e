import type {Paragraph, Text} from 'mdast'
import {markdown} from '../markdown.ts'

// A line break with what opens the next line; white space; an escape; a character reference; anything else, as far as it
// goes in the line.
const pieces =
  /\n[ \t>]*|[ \t]+|\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});|[\\&]|[^\n \t\\&]+(?:[ \t]+[^\n \t\\&]+)*/g

/**
 * Where each character of a text node of Markdown was written. A character of an escape stands at its backslash, one of
 * a reference such as `&nbsp;` at its `&`.
 *
 * @param node  of a source tree, with its position
 * @param source  the text that its position counts in
 * @returns an offset in `source` for each UTF-16 code unit of the node's value; -1 behind a line that begins with a `>`
 *   of its own, which cannot be told from that of a quotation
 */
export function textOffsets({value, position, data}: Text, source: string): Int32Array {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
  const written = source.slice(start, end)
  if (written === value) return asWritten(start, value.length)
  // An address between < and > has no escapes.
  const typed = source[start - 1] === '<' ? [[start, end] as const] : (data?.typed ?? [])
  const offsets = new Int32Array(value.length).fill(-1)
  let filled = 0
  const found = [...written.matchAll(pieces)]
  for (const [index, {0: piece, index: inText}] of found.entries()) {
    const at = start + inText
    const isTyped = typed.some(([from, to]) => at >= from && at < to)
    const meaning = isTyped ? piece : meaningOf(piece, found[index + 1]?.[0])
    let place = 0
    for (; place < meaning.length && meaning[place] === value[filled]; place++)
      offsets[filled++] = meaning === piece ? at + place : at
    // Where the name of a unit was taken off, or a `>` of its own was not seen.
    if (place < meaning.length) break
  }
  return offsets
}

/** Most texts stand in their file as they are read. */
function asWritten(start: number, length: number): Int32Array {
  const offsets = new Int32Array(length)
  for (let index = 0; index < length; index++) offsets[index] = start + index
  return offsets
}

/** The text that a piece stands for, which depends on whether a line break follows it. */
function meaningOf(piece: string, next = ''): string {
  if (piece.startsWith('\n')) return '\n'
  if (/^[ \t]/.test(piece)) return next.startsWith('\n') ? '' : piece
  if (piece.length === 2 && piece.startsWith('\\')) return piece.slice(1)
  if (!/^&.+;$/.test(piece)) return piece
  const [text] = (markdown.parse(piece).children[0] as Paragraph).children
  return text?.type === 'text' ? text.value : piece
}
