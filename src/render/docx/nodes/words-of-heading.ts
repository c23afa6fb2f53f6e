import type {Node} from 'unist'
import {
  type Addressee,
  type Caption,
  headingPieces,
  type SectionHeading,
  wordsBookmarkOf,
} from '../../../tree/index.ts'
import type {BuilderContext} from '../types.ts'

/**
 * The children of a heading or a caption. Where a reference prints its words and it has notes or struck words, each stretch of the words
 * that are printed has a bookmark of its own.
 */
export function wordsOfHeading(
  {unit, isReferredTo, children}: SectionHeading | Addressee | Caption,
  context: BuilderContext,
): readonly Node[] {
  const pieces = isReferredTo ? headingPieces(children) : []
  if (unit === undefined || pieces.every(({isWords}) => isWords)) return children
  let stretch = 0
  return pieces.flatMap(({isWords, nodes}): Node[] => {
    if (!isWords) return nodes
    const name = wordsBookmarkOf(context.house.finished.tree.meta.path, unit, stretch++)
    return [{type: 'wordsBookmark', name, children: nodes} as Node]
  })
}
