import type {Definition, Node, PhrasingContent, RootContent} from 'mdast'
import type {Place} from '../../message/index.ts'
import type {Clause, InlineNode, NumberedParagraph} from '../../tree/index.ts'
import type {DocumentContext} from '../context.ts'
import {missing} from '../decisions.ts'
import {exampleBlockMark} from '../examples.ts'
import {inlines} from '../inlines/index.ts'

/** What the blocks of one Markdown file share. */
export interface PartContext {
  context: DocumentContext
  /** Name of the part: `body` or an annex's. */
  name: string
  /** Path of the Markdown file. */
  path: string
  /** Whether paragraphs are numbered; clauses without numbers stand in the other parts. */
  numbersParagraphs: boolean
  /** Whether the pivot of a resolution turns the numbers on. */
  numbersOperative: boolean
  /** Whether the first section turns the numbers on. */
  numbersFromSection: boolean
  /** Numbered sequence of the paragraphs from the last heading on, and its kind. */
  sequence: {id: string; kind: string}
  /** In a section whose headings are numbered: whether a heading came yet, from which on paragraphs have numbers. */
  headed?: 'section' | 'heading' | undefined
  /** Style of clauses: a part with a pivot has a preamble before it and operative clauses after it; a quotation has its own. */
  style: Clause['style']
  definitions: ReadonlyMap<string, Definition>
  /** Whether the blocks stand inside `:::example`. */
  isExample: boolean
  /** Whether they stand inside `:::unnumbered`. */
  isUnnumbered?: boolean
}

/** Inline nodes of a source paragraph, with the example mark before them where the block is an example. */
export function words(
  part: PartContext,
  node: Node & {children: PhrasingContent[]},
  marked = true,
): InlineNode[] {
  const nodes = inlines(node.children, part.context, {
    path: part.path,
    definitions: part.definitions,
    place: placeOf(node),
  })
  return part.isExample && marked ? [...exampleBlockMark(part.context), ...nodes] : nodes
}

/** Words of a paragraph; a mark and the references to notes where it stands in for one that is missing. */
export function markedWords(
  part: PartContext,
  node: Node & {children: PhrasingContent[]},
  isExampleMarked = true,
): InlineNode[] {
  const mark = missingMark(part, node)
  if (!mark) return words(part, node, isExampleMarked)
  const own = words(part, node, false)
  // Only what is missing beside a caption has its words behind it.
  const isApart = own[0] !== undefined && own[0].type !== 'footnoteReference'
  return [...mark, ...(isApart ? [{type: 'text', value: ' '} as const] : []), ...own]
}

/** The visible mark of a unit that this language lacks, where a block stands in for it; struck or new as that unit is. */
export function missingMark({context}: PartContext, {data}: Node): InlineNode[] | undefined {
  if (data?.missingUnit === undefined) return undefined
  const marks = missing(context, data.missingUnit)
  if (data.missingChange === undefined) return marks
  const type = data.missingChange === 'struck' ? 'deleted' : 'inserted'
  return marks.map((mark) =>
    mark.type === 'missingMark' ? {...mark, children: [{type, children: mark.children}]} : mark,
  )
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
  // Under a numbered heading, paragraphs have the numbers of the level below its own.
  const level = part.headed === 'heading' ? 1 : 0
  return {
    type: 'numberedParagraph',
    unit,
    sequence: part.sequence.id,
    sequenceKind: part.sequence.kind,
    level,
    ...(part.style === 'operative' ? {isOperative: true} : {}),
    children: [{type: 'leadParagraph', children}],
    ...(node?.position ? {position: node.position} : {}),
  }
}

/** The numbered sequence of a part, where no section has one of its own. */
export function partSequence(name: string): PartContext['sequence'] {
  return {id: name === 'body' ? 'paragraphs' : name, kind: 'paragraphs'}
}

/** The id that an author gave a node; undefined where it has none. */
export function unitOf(node: RootContent): string | undefined {
  return node.data?.unitMark?.id
}
