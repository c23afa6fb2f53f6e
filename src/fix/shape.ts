import type {Source} from '../load/index.ts'

/**
 * A source without its spaces and marks: keys, kinds of nodes, names, ids, letters and digits in their order. A
 * ligature counts as its letters.
 *
 * @returns text that is the same for two sources that differ in spaces, dashes and punctuation only
 */
export function shapeOf(source: Source): string {
  const tree = source.kind === 'markdown' ? source.tree : undefined
  return JSON.stringify([source.data.value, tree], (key, value: unknown) => {
    if (key === 'position' || key === 'place' || key === 'lines') return undefined
    return typeof value === 'string' ? value.normalize('NFKC').replace(/[\s\p{P}]/gu, '') : value
  })
}
