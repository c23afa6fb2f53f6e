import type {Nodes} from 'mdast'
import type {Node, Parent} from 'unist'
import type {LeadParagraph, Provision, ProvisionList} from './block-types.ts'
import type {InlineNode} from './inline-types.ts'
import type {PictureCaption} from './picture-types.ts'
import type {TableCaption} from './table-types.ts'
import type {DocumentTree, FlowNode, Part} from './types.ts'
import {type Answer, walk} from './walk.ts'

/** Any node of a source tree or of a finished one. */
export type AnyNode =
  | DocumentTree
  | Part
  | FlowNode
  | LeadParagraph
  | ProvisionList
  | Provision
  | TableCaption
  | PictureCaption
  | Nodes

/** The node of a name: `NodeOf<'clause'>` is a Clause. */
export type NodeOf<Type extends AnyNode['type']> = Extract<AnyNode, {type: Type}>

/**
 * What stands within a paragraph, and holds no paragraph again. All of it: where one were missing, who looks for it
 * would find nothing.
 */
const words: Readonly<Record<InlineNode['type'], true>> = {
  break: true,
  crossReference: true,
  delete: true,
  deleted: true,
  emphasis: true,
  exampleMark: true,
  factValue: true,
  footnoteReference: true,
  hint: true,
  html: true,
  image: true,
  imageReference: true,
  inlineCode: true,
  inserted: true,
  languageSpan: true,
  link: true,
  linkReference: true,
  missingMark: true,
  strong: true,
  subscript: true,
  superscript: true,
  tab: true,
  text: true,
  textDirective: true,
}

/** What holds words and nothing else. */
const paragraphs: ReadonlySet<string> = new Set<AnyNode['type']>([
  'addressee',
  'answerSpace',
  'coverBlock',
  'heading',
  'leadParagraph',
  'paragraph',
  'pictureCaption',
  'pivot',
  'sectionHeading',
  'tableCaption',
  'tableCell',
  'textParagraph',
])

// biome-ignore lint/suspicious/noConfusingVoidType: a visitor that answers nothing goes on.
type Look<Found extends Node, Rest extends unknown[]> = (node: Found, ...rest: Rest) => Answer | void

/**
 * Every node of one type, or of several, in document order. (The library's own types know no tree but mdast's.)
 *
 * @param tree  itself included
 * @param look  gets the node as its type has it, its index and its parent; it may answer as to `walk`
 */
export function visit<Type extends AnyNode['type']>(
  tree: Node,
  types: Type | readonly Type[],
  look: Look<NodeOf<Type>, [index: number | undefined, parent: Parent | undefined]>,
): void {
  visitTyped(tree, types, (node, ancestors) => {
    const parent = ancestors.at(-1)
    return look(node, parent?.children.indexOf(node), parent)
  })
}

/** Like `visit`, with the ancestors of each node, outermost first. */
export function visitParents<Type extends AnyNode['type']>(
  tree: Node,
  types: Type | readonly Type[],
  look: Look<NodeOf<Type>, [ancestors: Parent[]]>,
): void {
  visitTyped(tree, types, (node, ancestors) => look(node, [...ancestors]))
}

function visitTyped<Type extends AnyNode['type']>(
  tree: Node,
  types: Type | readonly Type[],
  look: Look<NodeOf<Type>, [ancestors: readonly Parent[]]>,
): void {
  const wanted: ReadonlySet<string> = new Set([types].flat())
  const lookAt: Look<Node, [ancestors: readonly Parent[]]> = (node, ancestors) =>
    wanted.has(node.type) ? look(node as NodeOf<Type>, ancestors) : undefined
  if ([...wanted].some((type) => Object.hasOwn(words, type)))
    walk(tree, (node, ancestors) => lookAt(node, ancestors) ?? undefined)
  else visitBlocks(tree, lookAt)
}

/**
 * Every node but the words of paragraphs, which are nine of ten: who looks for paragraphs need not pass them.
 *
 * @param look  gets the node and its ancestors, outermost first, in a list to copy where it is kept; it may answer as to
 *   `walk`
 */
export function visitBlocks(tree: Node, look: Look<Node, [ancestors: readonly Parent[]]>): void {
  walk(tree, (node, ancestors) => look(node, ancestors) ?? (paragraphs.has(node.type) ? 'skip' : undefined))
}
