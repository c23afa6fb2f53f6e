import type {FootnoteReference, Text} from 'mdast'
import type {Node} from 'unist'
import type {Numbering} from '../resolve/index.ts'
import {
  type CrossReference,
  isCaption,
  isInStruck,
  type NumberedUnit,
  type ReferenceLink,
  visit,
  visitParents,
} from '../tree/index.ts'
import {formatNumber, noteLabel} from './label.ts'
import {type Chain, labelInDecision, labelUnits, type Numbered} from './label-units.ts'
import {linkOfHeading, linksOfNote, type Worded, wordedTargets} from './worded-targets.ts'

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
  const toWords: [CrossReference, Worded][] = []
  const inCaptions: [CrossReference, Worded][] = []
  visitParents(tree, 'crossReference', (reference, ancestors) => {
    const siblings: readonly Node[] = ancestors.at(-1)?.children ?? []
    const isStruck = isInStruck(ancestors)
    const heading = worded.headings.get(reference.target ?? '')
    if (heading) (ancestors.some(isCaption) ? inCaptions : toWords).push([reference, heading])
    reference.links = (
      linksOfNote(reference, worded.notes) ?? linksOf(reference, chains, numbering, isStruck)
    ).slice(reference.from ?? 0)
    agree(siblings[siblings.indexOf(reference) - 1], reference, chains, numbering)
    delete reference.data
    delete reference.from
    delete reference.isNumberAlone
  })
  // The words of a heading may hold references in turn, and those of a caption the words of a heading.
  for (const [reference, heading] of [...inCaptions, ...toWords]) reference.links = [linkOfHeading(heading)]
  return tree
}

/**
 * The labels of a reference. One in struck words has those of the old text, as words: a field of Word repeats what its
 * target has now.
 */
function linksOf(
  reference: CrossReference,
  chains: Map<string, Chain>,
  numbering: Numbering,
  isStruck: boolean,
): ReferenceLink[] {
  const chain = reference.target ? chains.get(reference.target) : undefined
  if (chain)
    return chain.map(({unit, labels}) => {
      const target = unit.unit && !isStruck ? {unit: unit.unit} : {}
      if (reference.isNumberAlone && isCaption(unit))
        return {...target, label: numberOf(unit, numbering), isNumberAlone: true}
      return {...target, label: withoutStop((isStruck ? labels.old : labels.new) ?? unit.label ?? '')}
    })
  const {literal = '', path = []} = reference.elsewhere ?? {}
  return [
    {label: literal},
    ...path.map((_index, depth) => ({label: withoutStop(labelInDecision(path, depth + 1, numbering))})),
  ]
}

/** The number of a unit without the words and signs of its label. */
function numberOf({sequenceKind, level, place = 1}: NumberedUnit, numbering: Numbering): string {
  return formatNumber(numbering[sequenceKind]?.levels[level]?.format ?? 'decimal', place)
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
  chains: Map<string, Chain>,
  numbering: Numbering,
): void {
  const beforeI = before?.data?.beforeI
  if (before === undefined || beforeI === undefined) return
  delete before.data?.beforeI
  const unit = chains.get(target ?? '')?.at(from)?.unit
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
