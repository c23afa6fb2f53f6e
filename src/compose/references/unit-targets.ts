import type {Node, Parent} from 'unist'
import {
  amendedUnits,
  type Change,
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
  /** Units without a label, by their names, each with its part. */
  others: ReadonlyMap<string, {node: Node; part: Part | undefined}>
  /** Units that are struck or new as a whole. */
  changes: ReadonlyMap<Node, Change>
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
  const others: Map<string, {node: Node; part: Part | undefined}> = new Map()
  let place = 0
  visitNumbered(tree, (node, above, ancestors) => {
    place += 1
    if (node.unit === undefined) return
    targets.set(node.unit, numberedTarget(node, node.unit, above, {place, ancestors}))
  })
  visitBlocks(tree, (node, ancestors) => {
    const {unit} = node as Node & {unit?: string}
    if (unit === undefined || node.type === 'part' || targets.has(unit)) return
    place += 1
    const part = partOf(ancestors)
    const target = wordedTarget(node, unit, {place, part})
    if (target) targets.set(unit, target)
    else others.set(unit, {node, part})
  })
  return {targets, others, changes: amendedUnits(tree)}
}

function partOf(ancestors: readonly Node[]): Part | undefined {
  return ancestors.find((ancestor): ancestor is Part => ancestor.type === 'part')
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
    // The number of a decision is its own everywhere.
    part: isOfDecision ? undefined : partOf(ancestors),
    label: (from) => [{type: 'crossReference', target: unit, ...(from === 0 ? {} : {from})}],
  }
}
