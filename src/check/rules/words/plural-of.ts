import type {Plurals} from '../../../resolve/index.ts'

/**
 * A term in the plural, as the language makes it: “autorité de gestion” gives “autorités de gestion”.
 *
 * @param plurals  endings and words of the language, from templates/usage
 */
export function pluralOf(term: string, plurals: Plurals): string {
  const words = term.split(' ')
  const end = words.findIndex((word, at) => at > 0 && endsBefore(word, plurals))
  const last = (end < 0 ? words.length : end) - 1
  return words
    .map((word, at) => {
      const hasPlural = at <= last && (plurals['each-word'] || at === last)
      return hasPlural && !isNumeral(word) ? withEnding(word, plurals) : word
    })
    .join(' ')
}

/** “de”, and what is written together with the next word: “d'exportation”. */
function endsBefore(word: string, plurals: Plurals): boolean {
  return plurals['ends-before'].some(
    (end) => word === end || (/['’]$/.test(end) && word.toLowerCase().startsWith(end)),
  )
}

/** “I”, “II” of Appendix I, and abbreviations. */
function isNumeral(word: string): boolean {
  return /^[\p{Lu}\p{N}.]+$/u.test(word)
}

function withEnding(word: string, {endings}: Plurals): string {
  const ending = endings.find(({of}) => word.endsWith(of))
  return ending ? word.slice(0, word.length - ending.of.length) + ending.is : word
}
