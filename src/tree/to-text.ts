import type {Node, Parent} from 'unist'
import type {CrossReference} from './inline-types.ts'
import {joinedText} from './raised-text.ts'

/**
 * The words of a node as a reader reads them, on one line.
 *
 * @param node  any node of a finished tree; a cross-reference gives its labels, a note reference nothing
 * @returns plain text; a hard break or a tab is one space, a power is 10^6
 */
export function toText(node: Node): string {
  return joinedText([node], ownText)
}

function ownText(node: Node): string {
  if (node.type === 'break' || node.type === 'tab') return ' '
  if (node.type === 'crossReference') {
    const links = (node as CrossReference).links ?? []
    return links.map((link) => link.label).join('\u00a0')
  }
  if ('value' in node && typeof node.value === 'string') return node.value
  return 'children' in node ? joinedText((node as Parent).children, ownText) : ''
}
