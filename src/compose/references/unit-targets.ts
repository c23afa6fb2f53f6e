import type {Node, Parent} from 'unist'
import {isNumbered, type NumberedUnit, type Part, toText, visitBlocks} from '../../tree/index.ts'
import type {Target} from './target.ts'

/** What of a tree references can lead to, and its other units. */
export interface Units {
  /** By unit. */
  targets: ReadonlyMap<string, Target>
  /** Units without a label, by their names, each with its part. */
  others: ReadonlyMap<string, {node: Node; part: Part | undefined}>
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
  visitBlocks(tree, (node, ancestors) => {
    const {unit} = node as Node & {unit?: string}
    if (unit === undefined || node.type === 'part') return
    place += 1
    const part = ancestors.find((ancestor): ancestor is Part => ancestor.type === 'part')
    const target = targetOf(node, unit, ancestors, {place, part})
    if (target) targets.set(unit, target)
    else others.set(unit, {node, part})
  })
  return {targets, others}
}

function targetOf(
  node: Node,
  unit: string,
  ancestors: readonly Node[],
  where: {place: number; part: Part | undefined},
): Target | undefined {
  if (isNumbered(node)) return numberedTarget(node, unit, ancestors, where)
  const label: Target['label'] = () => [{type: 'crossReference', target: unit}]
  if (node.type === 'note') return {kind: 'note', chain: [node], row: where.part, label, ...where}
  if (node.type !== 'sectionHeading') return undefined
  return {kind: 'heading', chain: [node], row: undefined, place: where.place, words: toText(node), label}
}

function numberedTarget(
  node: NumberedUnit,
  unit: string,
  ancestors: readonly Node[],
  {place, part}: {place: number; part: Part | undefined},
): Target {
  const above = ancestors.filter(
    (ancestor): ancestor is NumberedUnit => isNumbered(ancestor) && ancestor.sequence === node.sequence,
  )
  const isOfDecision = ofDecisions.has(node.sequenceKind)
  const isSection = node.type === 'numberedParagraph' && node.heading !== undefined
  return {
    kind: isOfDecision && above.length === 0 ? 'decision' : isSection ? 'section' : 'paragraph',
    chain: [...above, node],
    // Paragraphs of one list stand under one paragraph; those of the part itself have its sequence alone.
    row: above.at(-1) ?? node.sequence,
    place,
    // The number of a decision is its own everywhere.
    part: isOfDecision ? undefined : part,
    label: (from) => [{type: 'crossReference', target: unit, ...(from === 0 ? {} : {from})}],
  }
}
