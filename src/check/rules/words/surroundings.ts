import type {Passage} from '../../words/index.ts'
import {anyOf, type Match} from './matches.ts'

// How far the piece that a place belongs to may reach to each side, and the word before a number.
const nearby = 200
const wordBefore = 40

const quotedOf = new WeakMap<Passage, Uint8Array>()

/** Whether a place of a passage stands between quotation marks: what is quoted is not ours to correct. */
export function isQuoted(passage: Passage, start: number): boolean {
  const known = quotedOf.get(passage) ?? quotedPlaces(passage.text)
  quotedOf.set(passage, known)
  return known[start] === 1
}

/** For each character whether it is quoted: one walk, whatever the number of places that are asked about. */
function quotedPlaces(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length)
  let [open, isStraight] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? ''
    if (/[“«„]/.test(mark)) open += 1
    else if (/[”»]/.test(mark)) open = Math.max(0, open - 1)
    else if (mark === '"') isStraight = !isStraight
    quoted[at] = open > 0 || isStraight ? 1 : 0
  }
  return quoted
}

// A slash alone also parts the numbers of a date.
const address = /:\/\/|www\.|@|\p{L}\/|\/\p{L}/u

/** Whether a place of a passage belongs to an address: a piece without a space that only addresses have. */
export function isInAddress({text}: Passage, {start, end}: Pick<Match, 'start' | 'end'>): boolean {
  const before =
    text
      .slice(Math.max(0, start - nearby), start)
      .split(/\s/)
      .at(-1) ?? ''
  const after = text.slice(end, end + nearby).split(/\s/)[0] ?? ''
  return address.test(before + text.slice(start, end) + after)
}

/**
 * Whether a number is that of a document, an article, a page, because of the word before it.
 *
 * @param words  that stand before such numbers, as `joined-before-number` of the usage lists them
 */
export function isNumberOf({text}: Passage, start: number, words: readonly string[]): boolean {
  return new RegExp(`(?:^|[^\\p{L}])(?:${anyOf(words)})[ \\u00a0]?$`, 'u').test(
    text.slice(Math.max(0, start - wordBefore), start),
  )
}
