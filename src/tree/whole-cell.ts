const mostCharacters = 24

/**
 * Whether the words of a cell stand on one line: a date, a symbol, a number or an amount. They are short, and hold a digit
 * and no more words than the longest date (“31 de diciembre de 2009”).
 */
export function isWhole(text: string): boolean {
  return text.length <= mostCharacters && /\d/.test(text) && text.split(/\s+/u).length <= mostWords
}

const mostWords = 5
