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
 * @param lastWords  what the reader sees of the last one, where that is not in its nodes yet
 */
export function listNodes(
  context: Context,
  items: readonly InlineNode[][],
  form: 'list' | 'clause' = 'list',
  lastWords?: string,
): InlineNode[] {
  const {before, last} = parted(context, items, form)
  if (!before) return last
  const isBeforeI = beginsWithI(lastWords ?? last.map((node) => toText(node)).join(''))
  return phrase(context, `${form}-last${isBeforeI ? '-before-i' : ''}`, {items: before, last})
}

/**
 * The same of references whose labels `number` fills in: it then takes the conjunction that belongs before the last of them.
 *
 * @param items  each begins with a reference
 */
export function listOfLabels(context: Context, items: readonly InlineNode[][]): InlineNode[] {
  const {before, last} = parted(context, items, 'list')
  if (!before) return last
  const values = {items: before, last}
  const others = phrase(context, 'list-last-before-i', values)
  return phrase(context, 'list-last', values).map((node, index) => {
    const other = others[index]
    const differs = node.type === 'text' && other?.type === 'text' && node.value !== other.value
    return differs ? {...node, data: {beforeI: other.value}} : node
  })
}

/** The last item, and the others with separators between them; undefined where there are none. */
function parted(
  context: Context,
  items: readonly InlineNode[][],
  form: 'list' | 'clause',
): {before: InlineNode[] | undefined; last: InlineNode[]} {
  const [last, ...others] = [...items].reverse()
  if (!last || others.length === 0) return {before: undefined, last: last ?? []}
  const separator: InlineNode = {type: 'text', value: plainPhrase(context, `${form}-separator`)}
  const before = others.reverse().flatMap((item, index) => (index === 0 ? item : [separator, ...item]))
  return {before, last}
}

/** i- and hi-, but not the diphthongs of hie- and hia-. */
function beginsWithI(words: string): boolean {
  return /^h?[ií](?![aeo])/i.test(words)
}
