import type {Scalar} from 'yaml'
import {blockOffsets} from './block.ts'
import {flowOffsets} from './flow.ts'

/**
 * Where each character of a YAML text was written.
 *
 * A character of an escape stands at its backslash, a space that joins two lines at the end of the first, a line end
 * that blank lines give at the line break that gave it.
 *
 * @param scalar  of a document that was parsed without an error; its value is text
 * @param text  from which it was parsed
 * @returns an offset in `text` for each UTF-16 code unit of the value, and one more for its end
 */
export function scalarOffsets(scalar: Scalar<string>, text: string): Int32Array {
  if (last?.scalar !== scalar || last.text !== text) last = {scalar, text, offsets: found(scalar, text)}
  return last.offsets
}

// One text may hold very many words of which something is to be said, one after the other.
let last: {scalar: Scalar<string>; text: string; offsets: Int32Array} | undefined

function found(scalar: Scalar<string>, text: string): Int32Array {
  const [start, end] = scalar.range ?? [0, 0]
  const offsets = isBlock(scalar)
    ? blockOffsets(scalar.value, scalar.type === 'BLOCK_FOLDED', text, start, end)
    : flowOffsets(scalar.type, text, start, end)
  if (offsets.length !== scalar.value.length + 1)
    throw new Error(`The characters of the text at offset ${start} were not found again.`)
  return Int32Array.from(offsets)
}

function isBlock({type}: Scalar): boolean {
  return type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL'
}
