import type {Paragraph} from 'mdast'
import type {Clause, Continuation, FlowNode, PlaceInSequence} from '../../tree/index.ts'
import {markedWords, type PartContext, unitOf} from './part-context.ts'
import {isLeading, type Leading} from './stray-list.ts'

/**
 * A paragraph without a number that belongs to what stands before it.
 *
 * @param within  the numbered paragraph or item whose words it goes on with; none under a clause
 * @param look  its style where it is not that of the part, and whether an example is marked in it
 */
export function continuation(
  node: Paragraph,
  part: PartContext,
  within: PlaceInSequence | undefined,
  {style = part.style, isMarked = true}: {style?: Clause['style']; isMarked?: boolean} = {},
): Continuation {
  return {
    type: 'continuation',
    unit: unitOf(node),
    style,
    ...(within ? {within} : {}),
    children: [{type: 'leadParagraph', children: markedWords(part, node, isMarked)}],
    ...(node.position ? {position: node.position} : {}),
  }
}

/**
 * Adds a paragraph that has no number to the one that it goes on with: the last numbered paragraph or clause. Where a
 * quotation or a table stands between the two, it stands in the flow, as far in as that one's words.
 *
 * @returns whether there was one: not at the beginning of a section or of the text
 */
export function addContinuation(node: Paragraph, flow: FlowNode[], part: PartContext): boolean {
  const owner = ownerIn(flow)
  if (!owner) return false
  const place =
    owner.type === 'numberedParagraph' ? {sequenceKind: owner.sequenceKind, level: owner.level} : undefined
  const goingOn = continuation(node, part, place, {style: owner.type === 'clause' ? owner.style : part.style})
  if (flow.findLast(({type}) => type !== 'note') === owner) owner.children.push(goingOn)
  else flow.push(goingOn)
  return true
}

/** The last numbered paragraph or clause of the section, with which a paragraph can go on. */
function ownerIn(flow: readonly FlowNode[]): Leading | undefined {
  const end = flow.findLastIndex(
    (block) => parts.has(block.type) || (block.type === 'numberedParagraph' && block.heading),
  )
  return flow.slice(end + 1).findLast(isLeading)
}

/** What no sentence goes on behind. */
const parts = new Set<string>([
  'coverBlock',
  'sectionHeading',
  'pivot',
  'addressee',
] satisfies FlowNode['type'][])
