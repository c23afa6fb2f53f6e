import type {Nodes} from 'mdast'

/** Whether a block of a source tree is the pivot of a resolution, or holds it. */
export function holdsPivot(node: Nodes): boolean {
  if (node.type === 'leafDirective') return node.name === 'pivot'
  return node.type === 'containerDirective' && node.children.some(holdsPivot)
}
