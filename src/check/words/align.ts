/**
 * Where in a source each character of a decoded text was written.
 *
 * @param value  the text as the parser gives it: without escapes, lines joined
 * @param source  the whole file
 * @param from  offset at which the text begins there
 * @param to  offset behind it
 * @returns an offset for each character; -1 from the first that cannot be found again
 */
export function align(value: string, source: string, from: number, to: number): Int32Array {
  const offsets = new Int32Array(value.length).fill(-1)
  let at = from
  for (let index = 0; index < value.length; index++) {
    const found = nextPlace(value[index] ?? '', source, at, to)
    if (found < 0) return offsets
    offsets[index] = found
    at = found + 1
    if (/\s/.test(value[index] ?? '') && source[found] === '\n') at = skipSpace(source, at, to)
  }
  return offsets
}

// The longest that stands before a character without being it: `&nbsp;`, `\`, the indentation of a line.
const longestMark = 48

/** The next place of a character; a space may have been the end of a line. */
function nextPlace(character: string, source: string, from: number, to: number): number {
  if (source[from] === character) return from
  const isSpace = character === ' ' || character === '\n'
  for (let at = from; at < Math.min(to, from + longestMark); at++) {
    if (source[at] === character || (isSpace && source[at] === '\n')) return at
    // Only what stands for nothing may be passed over: escapes, quotation marks of YAML, indentation, quotation signs.
    if (!/[\s\\"'>|&#;+-]|[a-z0-9]/i.test(source[at] ?? '')) return -1
    if (/[a-z0-9]/i.test(source[at] ?? '') && !/[&\\]/.test(source.slice(from, at))) return -1
  }
  return -1
}

function skipSpace(source: string, from: number, to: number): number {
  let at = from
  while (at < to && /[ \t>]/.test(source[at] ?? '')) at++
  return at
}
