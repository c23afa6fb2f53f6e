import type {List} from 'mdast'
import type {Look} from './types.ts'

const levelsOfLetters = 3 // a) i) A.; a fourth has no label

/** A list is ordered, and no deeper than there are letters for; the first that is too deep says so. */
export const list: Look<List> = (node, ancestors, {say}) => {
  const depth = ancestors.filter(({type}) => type === 'list').length + 1
  if (depth === levelsOfLetters + 1)
    say(
      node,
      'list-depth',
      'This list is the fourth level. There are labels for three: a), i) and A. Move it up, or make it a paragraph.',
    )
  if (depth <= levelsOfLetters && !node.ordered)
    say(
      node,
      'list-bullet',
      'Bullets are not used in these documents. Begin each item with “1. ”; the build prints a), b), c).',
    )
}
