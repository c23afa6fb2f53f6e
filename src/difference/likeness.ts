import {wordsIn} from './tokens.ts'

/** Words of a text, each with how often it stands there. */
export interface Counted {
  words: ReadonlyMap<string, number>
  length: number
}

/** The words of a text, counted once for many comparisons. */
export function counted(text: string): Counted {
  const words = new Map<string, number>()
  const all = wordsIn(text)
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return {words, length: all.length}
}

/** How much two texts are alike: the words that both have, as a share of all of theirs, in any order; 0 to 1. */
export function likeness(one: Counted, other: Counted): number {
  if (one.length + other.length === 0) return 0
  let common = 0
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0)
  return (2 * common) / (one.length + other.length)
}
