import {diffArrays} from 'diff'
import {runsOf, type Segment} from './segments.ts'
import {tidied} from './tidy.ts'
import type {Run, Token} from './types.ts'

/**
 * So many tokens may come and go at most; what differs by more has been written anew, and no reader is helped by what
 * little is the same. A number of steps and not of seconds, so that the result is the same on every machine.
 */
const mostChanges = 500

/**
 * What stays, goes and comes between two lists of tokens: words of a text, or words that carry their italics and their
 * references, told apart by their keys. The later list compared with the earlier one gives the same with the two sides
 * exchanged.
 *
 * @param before  the earlier tokens
 * @param after  the later ones
 * @returns runs that give back either list, tidied for a reader; where too much differs, one deletion and one insertion
 */
export function compareTokens<T extends Token>(before: readonly T[], after: readonly T[]): Run<T>[] {
  const [own, other] = [keysOf(before), keysOf(after)]
  // Where several results are equally good the library prefers one by the order of the two.
  const isTurned = isLater(own, other)
  const found = isTurned ? segmentsOf(after, before, other, own) : segmentsOf(before, after, own, other)
  return runsOf(tidied(isTurned ? found.map(turned) : found))
}

function keysOf(tokens: readonly Token[]): string[] {
  return tokens.map(({key}) => key)
}

function isLater(keys: readonly string[], others: readonly string[]): boolean {
  const at = keys.findIndex((key, index) => key !== others[index])
  if (at < 0) return false
  const other = others[at]
  return other === undefined || (keys[at] as string) > other
}

function turned<T extends Token>({isSame, before, after}: Segment<T>): Segment<T> {
  return {isSame, before: after, after: before}
}

function segmentsOf<T extends Token>(
  before: readonly T[],
  after: readonly T[],
  keys: string[],
  others: string[],
): Segment<T>[] {
  const parts = diffArrays(keys, others, {maxEditLength: mostChanges})
  if (!parts) return [{isSame: false, before: [...before], after: [...after]}]
  const segments: Segment<T>[] = []
  let [at, atOther] = [0, 0]
  for (const {added, removed, count} of parts) {
    const [own, other] = [added ? 0 : count, removed ? 0 : count]
    const isSame = !added && !removed
    const last = segments.at(-1)
    const pieces = {before: before.slice(at, at + own), after: after.slice(atOther, atOther + other)}
    if (last && !last.isSame && !isSame) {
      last.before = last.before.concat(pieces.before)
      last.after = last.after.concat(pieces.after)
    } else segments.push({isSame, ...pieces})
    at += own
    atOther += other
  }
  return segments
}
