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
export function isQuoted({text}: Pick<Passage, 'text'>, start: number, end: number): boolean {
  for (const {index, 0: found} of text.matchAll(quotations)) {
    if (index > start) return false
    if (start > index && end < index + found.length) return true
  }
  return false
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
