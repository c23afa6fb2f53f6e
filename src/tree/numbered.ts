import type {NodeOf} from './visit.ts'

/** Types of the nodes that `number` gives a label, each in a numbered sequence. */
export const numberedTypes = ['numberedParagraph', 'provision', 'decision'] as const

/** A node with a label of its own. */
export type NumberedUnit = NodeOf<(typeof numberedTypes)[number]>

/** Whether a node has a label of its own. */
export function isNumbered(node: {type: string}): node is NumberedUnit {
  return numberedTypes.some((type) => type === node.type)
}

/** The list of Word in which a unit stands. */
export function listOf(unit: NumberedUnit): string {
  return unit.list ?? unit.sequence
}
