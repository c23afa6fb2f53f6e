import type {Node, Parent} from 'unist'
import type {CrossReference} from './inline-types.ts'

/**
 * The words of a node as a reader reads them, on one line.
 *
 * @param node  any node of a finished tree; a cross-reference gives its labels, a note reference nothing
 * @returns plain text; a hard break or a tab is one space
 */
export function toText(node: Node): string {
  if (node.type === 'break' || node.type === 'tab') return ' '
  if (node.type === 'crossReference') {
    const links = (node as CrossReference).links ?? []
    return links.map((link) => link.label).join('\u00a0')
  }
  if ('value' in node && typeof node.value === 'string') return node.value
  if ('children' in node) return (node as Parent).children.map((child) => toText(child)).join('')
  return ''
}
