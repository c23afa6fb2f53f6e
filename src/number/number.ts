import type {FootnoteReference, Text} from 'mdast'
import type {Node, Parent} from 'unist'
import type {Numbering} from '../resolve/index.ts'
import {
  type Addressee,
  type CrossReference,
  type NumberedUnit,
  type Quotation,
  type SectionHeading,
  type Sequence,
  visit,
  visitNumbered,
} from '../tree/index.ts'
import {labelOf, noteLabel} from './label.ts'
import {linkOfHeading, linksOfNote, wordedTargets} from './worded-targets.ts'

/** A tree that lists its numbered sequences: that of a document, or of words that stand in no document. */
type Numbered = Parent & {sequences: Sequence[]; noteFormat?: 'chicago'}

/**
 * Writes every label a reader will see: paragraphs, provisions, decisions, notes and cross-references.
 *
 * Each part has its own sequence of paragraphs and each decision its own, so that letters begin again under it.
 *
 * @param tree  a composed tree; it is changed and given back
 * @param numbering  templates/numbering.yaml
 */
export function number<T extends Numbered>(tree: T, numbering: Numbering): T {
  const chains = labelUnits(tree, numbering)
  labelNotes(tree)
  const worded = wordedTargets(tree)
  const toHeadings: [CrossReference, SectionHeading | Addressee][] = []
  visit(tree, 'crossReference', (reference, index, parent) => {
    const heading = worded.headings.get(reference.target ?? '')
    if (heading) toHeadings.push([reference, heading])
    reference.links = (linksOfNote(reference, worded.notes) ?? linksOf(reference, chains, numbering)).slice(
      reference.from ?? 0,
    )
    agree(parent?.children[(index ?? 0) - 1], reference, chains, numbering)
    delete reference.data
    delete reference.from
  })
  // The words of a heading may hold references in turn.
  for (const [reference, heading] of toHeadings) reference.links = [linkOfHeading(heading)]
  return tree
}

/** Labels every unit in document order; gives the chain of labelled units that leads to each. */
function labelUnits(tree: Numbered, numbering: Numbering): Map<string, NumberedUnit[]> {
  const counters = new Map<string, number[]>()
  const kinds = new Map<string, string>()
  const chains = new Map<string, NumberedUnit[]>()
  visitNumbered(tree, (unit, above, ancestors) => {
    const literal = literalOf(unit, numbering)
    if (!counters.has(unit.sequence)) {
      const kind = unit.sequenceKind
      counters.set(unit.sequence, [])
      kinds.set(unit.sequence, kind)
      const within = withinOf(ancestors)
      tree.sequences.push({
        id: unit.sequence,
        kind,
        ...(literal === undefined ? {} : {literal}),
        ...(within ? {within} : {}),
      })
    }
    const counter = counters.get(unit.sequence) ?? []
    counter[unit.level] = (counter[unit.level] ?? 0) + 1
    counter.length = unit.level + 1
    unit.place = counter[unit.level] ?? 1
    const levels = numbering[kinds.get(unit.sequence) ?? 'paragraphs']?.levels ?? []
    unit.label = labelOf(levels, unit.level, counter, literal)
    if (unit.unit) chains.set(unit.unit, [...above, unit])
  })
  return chains
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
function labelInDecision(path: readonly number[], depth: number, numbering: Numbering): string {
  const levels = numbering.decision?.levels ?? []
  return labelOf(levels, depth, [1, ...path.slice(0, depth)])
}

function linksOf(
  reference: CrossReference,
  chains: Map<string, NumberedUnit[]>,
  numbering: Numbering,
): {unit?: string; label: string}[] {
  const chain = reference.target ? chains.get(reference.target) : undefined
  if (chain)
    return chain.map((unit) => ({
      ...(unit.unit ? {unit: unit.unit} : {}),
      label: withoutStop(unit.label ?? ''),
    }))
  const {literal = '', path = []} = reference.elsewhere ?? {}
  return [
    {label: literal},
    ...path.map((_index, depth) => ({label: withoutStop(labelInDecision(path, depth + 1, numbering))})),
  ]
}

/**
 * Before a label that begins with the sound i the conjunction is another one in Spanish: “h) e i)”. A roman i) is read as
 * a number.
 *
 * @param before  the node before the reference
 */
function agree(
  before: Node | undefined,
  {target, elsewhere, from = 0}: CrossReference,
  chains: Map<string, NumberedUnit[]>,
  numbering: Numbering,
): void {
  const beforeI = before?.data?.beforeI
  if (before === undefined || beforeI === undefined) return
  delete before.data?.beforeI
  const unit = chains.get(target ?? '')?.at(from)
  const {path = []} = elsewhere ?? {}
  const level = unit?.level ?? (from < 0 ? path.length : from)
  const format = numbering[unit?.sequenceKind ?? 'decision']?.levels[level]?.format
  const label = unit ? unit.label : labelInDecision(path, level, numbering)
  if (format === 'lower-letter' && label?.startsWith('i')) (before as Text).value = beforeI
}

/** Word's REF field drops the final full stop of the label it repeats. */
function withoutStop(label: string): string {
  return label.replace(/\.$/, '')
}

/**
 * Notes are numbered in the order in which the text refers to them.
 *
 * @param tree  it is changed; where it holds a part alone, its notes begin again with 1
 */
export function labelNotes(tree: Node & {noteFormat?: 'chicago'}): void {
  const labels = (identifier: string): {label: string; place: number} => {
    const place = order.indexOf(identifier) + 1
    return {label: noteLabel(place, tree.noteFormat), place}
  }
  const references = new Map<string, FootnoteReference[]>()
  visit(tree, 'footnoteReference', (node) => {
    const own = references.get(node.identifier)
    if (own) own.push(node)
    else references.set(node.identifier, [node])
  })
  const order = [...references.keys()]
  for (const [identifier, nodes] of references)
    for (const [index, node] of nodes.entries()) {
      Object.assign(node, labels(identifier))
      delete node.occurrence
      if (nodes.length > 1) node.occurrence = index + 1
    }
  visit(tree, 'note', (node) => {
    Object.assign(node, labels(node.identifier))
  })
}
