import type {FootnoteDefinition} from 'mdast'
import type {Note} from '../../tree/index.ts'
import {markedWords, type PartContext} from './part-context.ts'

/** A note of the author's, or of marks in the place of one that a drafting language lacks. */
export function note(node: FootnoteDefinition, part: PartContext): Note {
  return {
    type: 'note',
    unit: `note-${node.identifier}`,
    identifier: node.identifier,
    children: node.children.flatMap((child) =>
      child.type === 'paragraph'
        ? [{type: 'textParagraph' as const, style: 'footnote', children: markedWords(part, child, false)}]
        : [],
    ),
    ...(node.position ? {position: node.position} : {}),
  }
}
