import type {Passage} from '../../words/index.ts'

/** A piece of a passage that a pattern found: characters from `start` to `end`, and what its groups held. */
export interface Match {
  start: number
  end: number
  text: string
  groups: readonly (string | undefined)[]
}

/**
 * Every place of a passage that a pattern finds.
 *
 * @param pattern  global, and linear in the length of the text
 */
export function matches({text}: Passage, pattern: RegExp): Match[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    groups: match.slice(1),
  }))
}

/** A pattern that finds exactly these words, each ready to stand between others: `a|b`. */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length) // The longest first: “Annexes” before “Annex”.
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '[ \\u00a0]'))
    .join('|')
}

/** What stands before and behind a word that is not part of a longer one. */
export const wordStart = '(?<![\\p{L}\\p{N}-])'
/** See wordStart. */
export const wordEnd = '(?![\\p{L}\\p{N}-])'
