import type {Nodes} from 'mdast'
import type {Node, Parent} from 'unist'
import {visit as visitAny} from 'unist-util-visit'
import {type VisitorResult, visitParents as visitAnyParents} from 'unist-util-visit-parents'
import type {
  DocumentTree,
  FlowNode,
  LeadParagraph,
  Part,
  Provision,
  ProvisionList,
  TableCaption,
} from './types.ts'

/** Any node of a source tree or of a finished one. */
export type AnyNode =
  | DocumentTree
  | Part
  | FlowNode
  | LeadParagraph
  | ProvisionList
  | Provision
  | TableCaption
  | Nodes

/** The node of a name: `NodeOf<'clause'>` is a Clause. */
export type NodeOf<Type extends AnyNode['type']> = Extract<AnyNode, {type: Type}>

/**
 * Every node of one type, or of several, in document order. (The library's own types know no tree but mdast's.)
 *
 * @param tree  itself included
 * @param look  gets the node as its type has it, its index and its parent; what it returns means what it means to
 *   unist-util-visit
 */
export function visit<Type extends AnyNode['type']>(
  tree: Node,
  types: Type | readonly Type[],
  look: (node: NodeOf<Type>, index: number | undefined, parent: Parent | undefined) => VisitorResult,
): void {
  visitAny(tree, [types].flat(), (node: Node, index: number | undefined, parent: Parent | undefined) =>
    look(node as NodeOf<Type>, index, parent),
  )
}

/** Like `visit`, with the ancestors of each node, outermost first. */
export function visitParents<Type extends AnyNode['type']>(
  tree: Node,
  types: Type | readonly Type[],
  look: (node: NodeOf<Type>, ancestors: Parent[]) => VisitorResult,
): void {
  visitAnyParents(tree, [types].flat(), (node: Node, ancestors: Parent[]) =>
    look(node as NodeOf<Type>, ancestors),
  )
}
