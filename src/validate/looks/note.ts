import type {FootnoteDefinition} from 'mdast'
import type {Look} from './types.ts'

/** A note holds paragraphs. */
export const note: Look<FootnoteDefinition> = (node, _ancestors, {say}) => {
  for (const child of node.children)
    if (child.type !== 'paragraph')
      say(child, 'note-content', 'A note holds only paragraphs. Move the rest into the text.')
}
