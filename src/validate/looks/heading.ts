import type {Heading} from 'mdast'
import type {Look} from './types.ts'

/** A heading has words and two or three # signs. */
export const heading: Look<Heading> = (node, _ancestors, {say}) => {
  const {children, depth, data} = node
  if (children.length === 0 && !data?.unitMark)
    say(node, 'heading-form', 'This heading has no words. Write them behind the # signs, or delete it.')
  if (depth === 1)
    say(
      node,
      'heading-depth',
      'A heading with one # is the title, which stands in the front matter. Begin section headings with ##.',
    )
  if (depth > 3) say(node, 'heading-depth', `A heading has ${depth} # signs. Use ## or ###.`)
}
