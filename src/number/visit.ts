import type {Node, Parent} from 'unist'
import {visit as visitAny} from 'unist-util-visit'
import {visitParents as visitAnyParents} from 'unist-util-visit-parents'

/** Every node of one type, in document order. (The library's own types know no tree but mdast's.) */
export function visit(tree: Node, type: string, look: (node: Node) => void): void {
  visitAny(tree, type, (node: Node) => look(node))
}

/** Every node with its ancestors, outermost first. */
export function visitParents(tree: Node, look: (node: Node, ancestors: Parent[]) => void): void {
  visitAnyParents(tree, (node: Node, ancestors: Parent[]) => look(node, ancestors))
}
