import type {Nodes} from 'mdast'

/** Whether the words of a block of a source tree end with a colon; a reference to a note may stand behind it. */
export function introduces(node: Nodes): boolean {
  if (node.type === 'text') return /:[ \u00a0]*$/.test(node.value)
  if (!('children' in node) || node.type === 'textDirective') return false
  const last = (node.children as Nodes[]).findLast(({type}) => type !== 'footnoteReference')
  return last !== undefined && introduces(last)
}

/** Types of the blocks that a paragraph with a colon at its end may introduce. */
export const introduced: readonly string[] = [
  'list',
  'blockquote',
  'table',
  'leafDirective',
  'containerDirective',
]
