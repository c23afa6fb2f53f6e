import {Change, type Passage} from './types.ts'

// Each pair of marks, and words between them that hold none of the two. French has spaces inside its own.
const quotations = /“[^“”]*”|«[^«»]*»|"[^"]*"|„[^„“”]*[“”]/gu

/**
 * Whether characters of a passage stand between quotation marks: they are another's, such as a title or words of a text
 * that is spoken of. The marks themselves are the author's.
 *
 * @param start  first of the characters
 * @param end  behind the last of them
 */
export function isQuoted(passage: Pick<Passage, 'text'>, start: number, end: number): boolean {
  const ends = endsOf.get(passage) ?? quotationEnds(passage)
  endsOf.set(passage, ends)
  return end < (ends[start] ?? 0)
}

const endsOf = new WeakMap<Pick<Passage, 'text'>, Int32Array>()

/** For each character between marks the place of the mark that closes: one walk, however often is asked. */
function quotationEnds({text}: Pick<Passage, 'text'>): Int32Array {
  const ends = new Int32Array(text.length + 1)
  for (const {index, 0: found} of text.matchAll(quotations))
    ends.fill(index + found.length, index + 1, index + found.length)
  return ends
}

/**
 * Whether characters of a passage are the author's in a text that is only amended: put in, or beside what is put in or
 * struck. In any other text all of them are.
 *
 * @param least  `beside` for what may be spoken of, `putIn` for what may be changed without asking
 */
export function touchesChange(
  {changes}: Passage,
  start: number,
  end: number,
  least: 'beside' | 'putIn' = 'beside',
): boolean {
  if (!changes) return true
  const own = changes.subarray(start === end ? Math.max(0, start - 1) : start, Math.max(end, start + 1))
  return least === 'putIn'
    ? own.every((kind) => kind === Change.putIn)
    : own.some((kind) => kind > Change.none)
}
