import type {Node, Parent} from 'unist'
import {
  amendedUnits,
  type Caption,
  type CaptionedTable,
  type CaptionType,
  type Change,
  isCaption,
  isNumbered,
  type NumberedUnit,
  type Part,
  toText,
  visitBlocks,
  visitNumbered,
} from '../../tree/index.ts'
import type {Target} from './target.ts'

/** What of a tree references can lead to, and its other units. */
export interface Units {
  /** By unit. */
  targets: ReadonlyMap<string, Target>
  /** Units without a label, by their names. */
  others: ReadonlyMap<string, OtherUnit>
  /** Units that are struck or new as a whole. */
  changes: ReadonlyMap<Node, Change>
}

/** A unit without a label: its part, and the table in which it stands or which it is. */
export interface OtherUnit {
  node: Node
  part: Part | undefined
  table: CaptionedTable | undefined
}

/** Sequences whose labels begin with the number of a decision. */
const ofDecisions = new Set(['decision', 'quoted-decision'])

/**
 * Everything in a tree that a reference can lead to, but for its annexes, whose label their plan says.
 *
 * @param tree  composed, not yet numbered
 */
export function unitTargets(tree: Parent): Units {
  const targets = new Map<string, Target>()
  const others: Map<string, OtherUnit> = new Map()
  let place = 0
  visitNumbered(tree, (node, above, ancestors) => {
    place += 1
    if (node.unit === undefined || isCaption(node)) return
    targets.set(node.unit, numberedTarget(node, node.unit, above, {place, ancestors}))
  })
  visitBlocks(tree, (node, ancestors) => {
    const {unit} = node as Node & {unit?: string}
    if (unit === undefined || node.type === 'part' || targets.has(unit)) return
    place += 1
    const part = partOf(ancestors)
    const target = wordedTarget(node, unit, {place, part})
    if (target) targets.set(unit, target)
    else others.set(unit, {node, part, table: tableOf([...ancestors, node])})
    // A table and a picture are called by their own name, and what is printed of them is their caption.
    const named = (ancestors.at(-1) as Node & {unit?: string})?.unit
    if (isCaption(node) && named !== undefined) targets.set(named, captionTarget(node, {place, part}))
  })
  return {targets, others, changes: amendedUnits(tree)}
}

function partOf(ancestors: readonly Node[]): Part | undefined {
  return ancestors.find((ancestor): ancestor is Part => ancestor.type === 'part')
}

function tableOf(path: readonly Node[]): CaptionedTable | undefined {
  return path.find((node): node is CaptionedTable => node.type === 'captionedTable')
}

/** What the caption of each type stands over. */
const captioned: Readonly<Record<CaptionType, Target['kind']>> = {
  tableCaption: 'table',
  pictureCaption: 'picture',
}

/** A table or a picture: the number of its caption, or where that has none its words. */
function captionTarget(node: Caption, where: {place: number; part: Part | undefined}): Target {
  const target = node.unit
  if (!isNumbered(node))
    return {
      kind: 'caption',
      chain: [node],
      row: undefined,
      place: where.place,
      words: toText(node),
      label: () => [{type: 'crossReference', target}],
    }
  return {
    kind: captioned[node.type],
    chain: [node],
    row: node.sequence,
    ...where,
    whole: {
      words: node.labelText.replace('%1', '{number}').replace(/\.$/, ''),
      node: {type: 'crossReference', target},
    },
    label: () => [{type: 'crossReference', target, isNumberAlone: true}],
  }
}

/** A note or a heading without a number. */
function wordedTarget(
  node: Node,
  unit: string,
  where: {place: number; part: Part | undefined},
): Target | undefined {
  const label: Target['label'] = () => [{type: 'crossReference', target: unit}]
  if (node.type === 'note') return {kind: 'note', chain: [node], row: where.part, label, ...where}
  if (node.type !== 'sectionHeading' && node.type !== 'addressee') return undefined
  return {kind: 'heading', chain: [node], row: undefined, place: where.place, words: toText(node), label}
}

function numberedTarget(
  node: NumberedUnit,
  unit: string,
  above: readonly NumberedUnit[],
  {place, ancestors}: {place: number; ancestors: readonly Node[]},
): Target {
  const isOfDecision = ofDecisions.has(node.sequenceKind)
  const isSection = node.type === 'numberedParagraph' && node.heading !== undefined
  // Paragraphs of one list stand under one paragraph; those of a part itself have its sequence alone, and those that are
  // quoted with their labels the quotation, since each is a sequence of its own.
  const row = above.at(-1) ?? ('literal' in node && !isOfDecision ? ancestors.at(-1) : node.sequence)
  return {
    kind: isOfDecision && above.length === 0 ? 'decision' : isSection ? 'section' : 'paragraph',
    chain: [...above, node],
    row,
    place,
    quotation: ancestors.find(({type}) => type === 'quotation'),
    table: tableOf(ancestors),
    cell: ancestors.find(({type}) => type === 'blockCell'),
    // The number of a decision is its own everywhere.
    part: isOfDecision ? undefined : partOf(ancestors),
    label: (from) => [{type: 'crossReference', target: unit, ...(from === 0 ? {} : {from})}],
  }
}
