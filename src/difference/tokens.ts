// Words with their apostrophes and hyphens, numbers with their inner points and commas, white space (U+00A0 too), and any
// other character by itself.
const piece = /\p{L}[\p{L}\p{M}’'-]*|\p{N}+(?:[.,]\p{N}+)*|\s+|./gsu

/**
 * A text in its smallest pieces: words, numbers such as 14.35, white space, any other character. Put together they are
 * the text again.
 */
export function tokensIn(text: string): string[] {
  return text.match(piece) ?? []
}

/** Whether a piece is white space. */
export function isSpace(text: string): boolean {
  return /^\s+$/.test(text)
}

/** Words and numbers of a text in small letters, in their order: what it says, without its marks. */
export function wordsIn(text: string): string[] {
  return tokensIn(text.toLowerCase()).filter((token) => /^[\p{L}\p{N}]/u.test(token))
}
