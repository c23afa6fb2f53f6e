import type {Node} from 'unist'

const isFigure = /\p{N}|[-+\u2212\u2013=\u00b1]/u
/** Exponents that are letters; all other raised letters are endings: 14e, 1er, no. */
const isUnknown = /^[nx]$/
const isOperation = /\S[-+\u2212\u2013=\u00b1/·×]\S|\s/u
const isCount = /^\p{N}[\p{N}.,]*$/u

/**
 * Words of nodes one after another on one line of plain text, which has no place above or below the line: `10^6`,
 * `δ^13C` and `N_e`, since 106 is another number and Ne another word. What everybody reads is left as it is: 14e, 1er,
 * no, H2O, PM2.5.
 *
 * @param nodes  that stand next to each other
 * @param wordsOf  the plain words of one of them; of what is raised or lowered those of its children
 */
export function joinedText<N extends Node>(nodes: readonly N[], wordsOf: (node: N) => string): string {
  const words = nodes.map(wordsOf)
  return nodes.reduceRight((after, {type}, index) => {
    const [before = '', own = ''] = [words[index - 1], words[index]]
    if (type === 'superscript') return raised(own, after) + after
    return (type === 'subscript' ? lowered(own, before, after) : own) + after
  }, '')
}

function raised(words: string, after: string): string {
  return isFigure.test(words) || isUnknown.test(words) ? `^${grouped(words, after)}` : words
}

function lowered(words: string, before: string, after: string): string {
  const isFormula = isCount.test(words) && /[\p{L})\]]$/u.test(before) && !/^\p{N}/u.test(after)
  return isFormula || words === '' ? words : `_${grouped(words, after)}`
}

/** Between brackets where it would not be seen where it ends: x^(n+1), log_(10)2. */
function grouped(words: string, after: string): string {
  const goesOn = /\p{N}$/u.test(words)
    ? /^\p{N}/u.test(after)
    : /\p{L}$/u.test(words) && /^\p{L}/u.test(after)
  return isOperation.test(words) || goesOn ? `(${words})` : words
}
