import {tokensIn} from '../difference/index.ts'

/**
 * Whether two texts differ in punctuation, capitals or the marks of Markdown alone. Another digit is another word.
 */
export function isSmallChange(before: string, after: string): boolean {
  return wordsOf(before) === wordsOf(after)
}

function wordsOf(text: string): string {
  return tokensIn(text.toLowerCase().replaceAll('’', "'"))
    .filter((token) => /^[\p{L}\p{N}]/u.test(token))
    .join(' ')
}
