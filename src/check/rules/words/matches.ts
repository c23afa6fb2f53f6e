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
export function matches({text}: Pick<Passage, 'text'>, pattern: RegExp): Match[] {
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

/** Words as they stand, with a capital and in capitals: quicker than a pattern that takes no account of capitals. */
export function inAnyCase(words: readonly string[]): string[] {
  const forms = words.flatMap((word) => [
    word,
    word.toLowerCase(),
    word.slice(0, 1).toUpperCase() + word.slice(1),
    word.toUpperCase(),
  ])
  return [...new Set(forms)]
}

/**
 * The passages that hold one of some words, in capitals or not: most hold none, and looking for a pattern is slow.
 *
 * @param words  with ordinary spaces; those of a passage may not break
 */
export function passagesWith(passages: readonly Passage[], words: readonly string[]): Passage[] {
  const small = words.map((word) => word.toLowerCase())
  return passages.filter(({text}) => {
    const own = text.replaceAll('\u00a0', ' ').toLowerCase()
    return small.some((word) => own.includes(word))
  })
}

// A word is shown whole up to so many characters on each side.
const longestWord = 80

/**
 * The whole words around characters of a passage, as a reader sees them: messages never quote half a word.
 *
 * @param start  first of the characters
 * @param end  behind the last of them
 */
export function tokenAt(passage: Passage, start: number, end: number): string {
  const {text} = passage
  const behind = /^\S*/.exec(text.slice(end, end + longestWord))?.[0] ?? ''
  return (wordBefore(passage, start) + text.slice(start, end) + behind).trim()
}

/** What of a word stands before a place inside of it or at its end; nothing behind a space. */
export function wordBefore({text}: Passage, start: number): string {
  return /\S*$/.exec(text.slice(Math.max(0, start - longestWord), start))?.[0] ?? ''
}

/**
 * Whether characters of a passage are part of one of some longer words, in which they are right: “computer program”.
 *
 * @param start  first of the characters
 * @param end  behind the last of them
 */
export function isWithin({text}: Passage, start: number, end: number, longer: readonly string[]): boolean {
  return longer.some((words) => {
    const first = Math.max(0, end - words.length)
    return text
      .slice(first, start + words.length)
      .replaceAll('\u00a0', ' ')
      .includes(words)
  })
}

/** Words that are written otherwise: what to write, and what not. */
export interface Written {
  write: string
  not: readonly string[]
}

/**
 * Every place of some passages that is written otherwise than it should be.
 *
 * @param entries  as the data has them; a word stands in one of them
 * @param behind  what follows the words of an entry
 * @returns places in the order of the passages, each with what to write
 */
export function writtenOtherwise<E extends Written>(
  passages: readonly Passage[],
  entries: readonly E[],
  behind: (entry: E) => string = () => wordEnd,
): (Match & {passage: Passage; write: string})[] {
  if (entries.length === 0) return []
  // One pattern for all: a text is walked through once, not once for each entry.
  const all = entries.map((entry) => `(?:${anyOf(entry.not)})${behind(entry)}`)
  const pattern = new RegExp(`${wordStart}(?:${all.join('|')})`, 'gu')
  const right = new Map(entries.flatMap(({write, not}) => not.map((word) => [word, write] as const)))
  return passagesWith(passages, [...right.keys()]).flatMap((passage) =>
    matches(passage, pattern).map((match) => ({
      ...match,
      passage,
      write: right.get(match.text.replaceAll('\u00a0', ' ')) ?? '',
    })),
  )
}

// Of Latin script: a pattern with every letter of Unicode takes longer to prepare than a document to look through.
const partOfWord = '[\\dA-Za-zÀ-ÖØ-öø-ɏ-]'

/** What stands before and behind a word that is not part of a longer one. */
export const wordStart = `(?<!${partOfWord})`
/** See wordStart. */
export const wordEnd = `(?!${partOfWord})`
