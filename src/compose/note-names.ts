import type {FootnoteReference} from 'mdast'
import type {Node, Parent} from 'unist'
import {type InlineNode, type Note, visit} from '../tree/index.ts'

/**
 * Words of a file of their own, with references to notes under names that no other words of the document have.
 *
 * @param nodes  fresh; they are changed and given back
 * @param owner  unit of the words
 */
export function ownNotes(nodes: InlineNode[], owner: string): InlineNode[] {
  for (const reference of referencesIn(nodes)) {
    reference.identifier = noteName(reference.identifier, owner)
    reference.label = reference.identifier
  }
  return nodes
}

/** The same words without references to notes, where the notes themselves are not printed. */
export function withoutNotes(nodes: readonly InlineNode[]): InlineNode[] {
  return nodes.filter(isNoReference).map((node) => unnotedNode(node) as InlineNode)
}

/** A block without references to notes. */
function unnoted<Block extends Parent>(block: Block): Block {
  return {...block, children: block.children.filter(isNoReference).map(unnotedNode)}
}

function isNoReference({type}: Node): boolean {
  return type !== 'footnoteReference'
}

function unnotedNode(node: Node): Node {
  return 'children' in node ? unnoted(node as Parent) : node
}

/** A note of such words, for the end of the part in which they stand. */
export function ownNote(name: string, owner: string, children: InlineNode[]): Note {
  const identifier = noteName(name, owner)
  return {
    type: 'note',
    unit: `note-${identifier}`,
    identifier,
    children: [{type: 'textParagraph', style: 'footnote', children}],
  }
}

/** Names of the notes to which nodes refer, in the order of the text. */
export function namedNotes(node: Parent): Set<string> {
  return new Set(referencesIn(node.children as InlineNode[]).map(({identifier}) => identifier))
}

function noteName(name: string, owner: string): string {
  return `${owner}-${name}`
}

function referencesIn(nodes: readonly InlineNode[]): FootnoteReference[] {
  const found: FootnoteReference[] = []
  visit({type: 'words', children: [...nodes]} as Parent, 'footnoteReference', (node) => void found.push(node))
  return found
}
