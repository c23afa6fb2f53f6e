import type {ElementContent} from 'hast'
import type {Node, Parent} from 'unist'
import type {DossierWords} from '../../compose/index.ts'
import type {CrossReference, InlineNode} from '../../tree/index.ts'
import {inline} from '../html/index.ts'

/** Words of the dossier as elements. What refers to a paragraph is plain text: these pages hold none. */
export function inlineWords({children}: Pick<DossierWords, 'children'>): ElementContent[] {
  return inline(children.map(unlinked))
}

/** A node whose references are plain text. */
export function unlinked(node: InlineNode): InlineNode {
  if (node.type === 'crossReference') {
    const links = ((node as CrossReference).links ?? []).map(({label}) => ({label}))
    return {...node, links} as InlineNode
  }
  if (!('children' in node)) return node
  return {
    ...node,
    children: (node as Parent).children.map((child: Node) => unlinked(child as InlineNode)),
  } as InlineNode
}
