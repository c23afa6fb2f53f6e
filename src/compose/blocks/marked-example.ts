import type {Clause, Decision, FlowNode, LeadParagraph} from '../../tree/index.ts'
import {exampleBlockMark} from '../examples.ts'
import type {PartContext} from './part-context.ts'

/** A block inside an example: a decision carries its mark, and so does a text; a table has it in its caption. */
export function markedExample(block: FlowNode, part: PartContext): FlowNode {
  if (!part.isExample) return block
  if (block.type === 'decision') return withMark(block, part)
  if (block.type !== 'quotation') return block
  const first = block.children.findIndex(({type}) => type !== 'addressee')
  return {
    ...block,
    children: block.children.map((child, index) =>
      index === first ? withMark(child as Clause | Decision, part) : child,
    ),
  }
}

/** A block with the mark of an example before its words. */
export function withMark<Block extends Clause | Decision>(block: Block, {context}: PartContext): Block {
  const [lead, ...rest] = block.children
  const marked: LeadParagraph = {...lead, children: [...exampleBlockMark(context), ...lead.children]}
  return {...block, children: [marked, ...rest]}
}
