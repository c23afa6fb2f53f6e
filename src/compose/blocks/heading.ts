import type {Heading} from 'mdast'
import type {FlowNode} from '../../tree/index.ts'
import {missingMark, type PartContext, partSequence, unitOf, words} from './part-context.ts'

/** Whether paragraphs have numbers where the part has come to. */
export function hasNumbers({headed, numbersParagraphs}: PartContext): boolean {
  return headed ? headed === 'heading' : numbersParagraphs
}

/** A heading, with a number where its section has them; the paragraphs after it are numbered as its section says. */
export function heading(node: Heading, part: PartContext): FlowNode {
  const depth = node.depth === 3 ? 2 : 1
  if (depth === 1) enterSection(unitOf(node), part)
  if (part.numbersFromSection) part.numbersParagraphs = true
  const children = missingMark(part, node) ?? words(part, node, false)
  const sequence = headingSequence(depth, part)
  if (depth === 2 && part.headed) part.headed = 'heading'
  const own = {unit: unitOf(node), ...(node.position ? {position: node.position} : {})}
  if (!sequence) return {type: 'sectionHeading', depth, children, ...own}
  return {
    type: 'numberedParagraph',
    heading: depth,
    sequence: sequence.id,
    sequenceKind: sequence.kind,
    level: 0,
    children: [{type: 'leadParagraph', children}],
    ...own,
  }
}

/** The sequence that numbers a heading; most have no number. */
function headingSequence(depth: 1 | 2, part: PartContext): PartContext['sequence'] | undefined {
  if (depth === 2) return part.headed && part.sequence
  const kind = part.context.plan.kind['section-sequence']
  return kind === undefined ? undefined : {id: `sections:${part.name}`, kind}
}

/** Some sections have a numbering of their own; after them the part's goes on. */
function enterSection(heading: string | undefined, part: PartContext): void {
  const {sequences = {}, 'heading-sequences': headed = {}} = part.context.plan.kind
  const kind = headed[heading ?? ''] ?? sequences[heading ?? '']
  part.sequence = kind ? {id: `section:${part.name}.${heading}`, kind} : partSequence(part.name)
  part.headed = headed[heading ?? ''] === undefined ? undefined : 'section'
}
