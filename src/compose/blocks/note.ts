import type {FootnoteDefinition} from 'mdast'
import type {Note} from '../../tree/index.ts'
import {missing} from '../decisions.ts'
import {type PartContext, words} from './part-context.ts'

/** A note of the author's, or a mark in the place of one that a drafting language lacks. */
export function note(node: FootnoteDefinition, part: PartContext): Note {
  return {
    type: 'note',
    unit: `note-${node.identifier}`,
    identifier: node.identifier,
    children: (node.children.length > 0 ? node.children : [undefined]).flatMap((child) =>
      child === undefined
        ? [
            {
              type: 'textParagraph' as const,
              style: 'footnote',
              children: missing(part.context, `note-${node.identifier}`),
            },
          ]
        : child.type === 'paragraph'
          ? [
              {
                type: 'textParagraph' as const,
                style: 'footnote',
                children: words(part, child, false),
              },
            ]
          : [],
    ),
    ...(node.position ? {position: node.position} : {}),
  }
}
