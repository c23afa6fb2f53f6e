import type {Node} from 'unist'
import type {Amended} from './amendment-types.ts'
import type {LeadParagraph} from './block-types.ts'
import {type CaptionType, captionSequences, isCaption, type NumberedCaption} from './captions.ts'
import {type NodeOf, visit} from './visit.ts'

/** Types of the numbered paragraphs of a text. */
const paragraphTypes = ['numberedParagraph', 'provision', 'decision'] as const

/** Types of the nodes that `number` may give a label; a caption has one only where its document numbers captions. */
export const numberedTypes = [...paragraphTypes, ...(Object.keys(captionSequences) as CaptionType[])] as const

/** A node with a label of its own, in a numbered sequence. */
export type NumberedUnit = NodeOf<(typeof paragraphTypes)[number]> | (NumberedCaption & Amended)

/** Whether a node has a label of its own. */
export function isNumbered(node: {type: string}): node is NumberedUnit {
  return isCaption(node) ? 'sequence' in node : paragraphTypes.some((type) => type === node.type)
}

/** Every node with a label of its own in document order. */
export function visitLabelled(tree: Node, look: (unit: NumberedUnit) => void): void {
  visit(tree, numberedTypes, (node) => {
    if (isNumbered(node)) look(node)
  })
}

/** What holds the words beside the label of a unit. */
export function wordsBeside(unit: NumberedUnit): LeadParagraph | NumberedCaption {
  return isCaption(unit) ? unit : unit.children[0]
}

/** The list of Word in which a unit stands. */
export function listOf(unit: NumberedUnit): string {
  return unit.list ?? unit.sequence
}
