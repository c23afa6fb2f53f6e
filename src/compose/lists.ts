import {type InlineNode, toText} from '../tree/index.ts'
import type {Context} from './context.ts'
import {phrase, plainPhrase} from './phrases.ts'

/**
 * Things one after the other, with the language's conjunction before the last: “a, b and c”.
 *
 * Before a word that begins with the sound i the phrase `…-last-before-i` is used: Spanish writes e there, not y.
 *
 * @param items  the words of each
 * @param form  `clause` where an item may hold commas: semicolons then stand between them
 */
export function listNodes(
  context: Context,
  items: readonly InlineNode[][],
  form: 'list' | 'clause' = 'list',
): InlineNode[] {
  const [last, ...others] = [...items].reverse()
  if (!last) return []
  if (others.length === 0) return last
  const separator: InlineNode = {type: 'text', value: plainPhrase(context, `${form}-separator`)}
  const before = others.reverse().flatMap((item, index) => (index === 0 ? item : [separator, ...item]))
  const isBeforeI = beginsWithI(last.map((node) => toText(node)).join(''))
  return phrase(context, `${form}-last${isBeforeI ? '-before-i' : ''}`, {items: before, last})
}

/** i- and hi-, but not the diphthongs of hie- and hia-. */
function beginsWithI(words: string): boolean {
  return /^h?[ií](?![aeo])/i.test(words)
}
