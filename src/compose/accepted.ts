import type {Node, Parent} from 'unist'
import type {InlineNode} from '../tree/index.ts'

/**
 * Words as they will read once the amendments in them are accepted, for wherever a title is named and not amended: a list
 * of documents, a property of a file. What is struck goes with the space before it.
 */
export function accepted(nodes: readonly InlineNode[]): InlineNode[] {
  return acceptedNodes(nodes) as InlineNode[]
}

function acceptedNodes(nodes: readonly Node[]): Node[] {
  const kept: Node[] = []
  let isBehindStruck = false
  for (const node of nodes) {
    if (node.type === 'deleted' || node.type === 'delete') {
      isBehindStruck = true
      continue
    }
    const own = 'children' in node ? {...node, children: acceptedNodes((node as Parent).children)} : node
    for (const next of own.type === 'inserted' ? (own as Parent).children : [own]) {
      const before = kept.findLast(({type}) => type !== 'footnoteReference')
      const value = (next as Node & {value?: string}).value
      const isDouble =
        isBehindStruck &&
        next.type === 'text' &&
        /^[ \u00a0]/.test(value ?? '') &&
        (before === undefined || endsWithSpace(before))
      kept.push(isDouble ? ({...next, value: value?.slice(1)} as Node) : next)
    }
    if (node.type !== 'footnoteReference') isBehindStruck = false
  }
  return kept
}

function endsWithSpace(node: Node): boolean {
  if ('children' in node) {
    const last = (node as Parent).children.at(-1)
    return last !== undefined && endsWithSpace(last)
  }
  return /[ \u00a0]$/.test((node as Node & {value?: string}).value ?? '')
}
