import type {Node, Parent} from 'unist'
import type {Level, Numbering} from '../resolve/index.ts'
import {
  amendedUnits,
  isCaption,
  type NumberedUnit,
  type Quotation,
  type Sequence,
  visitNumbered,
} from '../tree/index.ts'
import {Counters, type Reading} from './counters.ts'
import {labelOf} from './label.ts'
import {Lists} from './lists.ts'

/** A tree that lists its numbered sequences: that of a document, or of words that stand in no document. */
export type Numbered = Parent & {sequences: Sequence[]; noteFormat?: 'chicago'}

/** The units that lead to a unit, from the outermost to itself, each with its label in the old text and in the new one. */
export type Chain = readonly {unit: NumberedUnit; labels: Labels}[]

/** The label of a unit in each text that has it. */
type Labels = Partial<Record<Reading, string>>

/**
 * Labels every unit in document order, by the new text, and by the old one what is struck and what had another label.
 *
 * @param tree  its units and its sequences are written
 * @param numbering  templates/numbering.yaml
 * @returns the chain of labelled units that leads to each, by its id
 */
export function labelUnits(tree: Numbered, numbering: Numbering): Map<string, Chain> {
  const counters = new Counters()
  const lists = new Lists(tree.sequences)
  const kinds = new Map<string, string>()
  const chains = new Map<string, Chain>()
  const labels = new Map<Node, Labels>()
  const changes = amendedUnits(tree)
  visitNumbered(tree, (unit, above, ancestors) => {
    const change = changes.get(unit)
    if (change) unit.change = change
    const literal = literalOf(unit, numbering)
    if (!kinds.has(unit.sequence)) kinds.set(unit.sequence, unit.sequenceKind)
    const levels = levelsOf(unit, numbering[kinds.get(unit.sequence) ?? 'paragraphs']?.levels ?? [])
    const own: Labels = {}
    const counted = counters.count(unit)
    for (const [reading, counter] of Object.entries(counted) as [Reading, number[]][])
      own[reading] = labelOf(levels, unit.level, counter, literal)
    unit.place = (counted.new ?? counted.old)?.at(-1) ?? 1
    unit.label = own.new ?? own.old ?? ''
    if (own.old !== undefined && own.old !== unit.label) unit.oldLabel = own.old
    lists.take(unit, literal, withinOf(ancestors))
    labels.set(unit, own)
    const labelled = [...above, unit].map((one) => ({unit: one, labels: labels.get(one) ?? {}}))
    if (unit.unit) chains.set(unit.unit, labelled)
  })
  return chains
}

/** The levels of the sequence of a unit; the label of a caption has the words of its language. */
function levelsOf(unit: NumberedUnit, levels: readonly Level[]): readonly Level[] {
  return isCaption(unit) ? levels.map((level) => ({...level, text: unit.labelText})) : levels
}

/** The item in which the quotation stands that holds a unit. */
function withinOf(ancestors: readonly Parent[]): Sequence['within'] {
  const quotation = ancestors.findLast((node): node is Quotation => node.type === 'quotation')
  return quotation?.within
}

/** The label that a unit brings with it: a decision its number, what is quoted by itself the one that it has there. */
function literalOf(unit: NumberedUnit, numbering: Numbering): string | undefined {
  if (!('literal' in unit || 'quotedPath' in unit)) return undefined
  const {literal, quotedPath} = unit
  return quotedPath ? labelInDecision(quotedPath, quotedPath.length, numbering) : literal
}

/** The label of a provision of a decision, of which the first places lead to it: `a)`, `iv)`. */
export function labelInDecision(path: readonly number[], depth: number, numbering: Numbering): string {
  const levels = numbering.decision?.levels ?? []
  return labelOf(levels, depth, [1, ...path.slice(0, depth)])
}
