import type {Definition, Node} from 'mdast'
import type {Place} from '../../message/index.ts'
import type {InlineNode, NumberedParagraph} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {exampleBlockMark} from '../examples.ts'
import {inlines} from '../inlines/index.ts'

/** What the blocks of one Markdown file share. */
export interface PartContext {
  context: Context
  /** Path of the Markdown file. */
  path: string
  /** Numbered sequence of the part's paragraphs. */
  sequence: string
  definitions: ReadonlyMap<string, Definition>
  /** Whether the blocks stand inside `:::example`. */
  isExample: boolean
}

/** Inline nodes of a source paragraph, with the example mark before them where the block is an example. */
export function words(part: PartContext, node: Node & {children: unknown[]}, marked = true): InlineNode[] {
  const nodes = inlines(node.children as never, part.context, {
    path: part.path,
    definitions: part.definitions,
    place: placeOf(node),
  })
  return part.isExample && marked ? [...exampleBlockMark(part.context), ...nodes] : nodes
}

/** Place of a source node. */
export function placeOf(node: Node): Place | undefined {
  return node.position
}

/** A numbered paragraph of the part, ready for its lists. */
export function numberedParagraph(
  part: PartContext,
  unit: string | undefined,
  children: InlineNode[],
  node?: Node,
): NumberedParagraph {
  return {
    type: 'numberedParagraph',
    unit,
    sequence: part.sequence,
    level: 0,
    children: [{type: 'leadParagraph', children}],
    ...(node?.position ? {position: node.position} : {}),
  }
}
