import type {Paragraph, RootContent} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import {type Addressee, type Decision, type FlowNode, type SectionHeading, toText} from '../../tree/index.ts'
import {noteExample} from '../examples.ts'
import {countAgain} from '../made.ts'
import {isOpeningNumbered} from '../opening.ts'
import {addContinuation} from './continuation.ts'
import {blockDirectives, factsTable} from './directives.ts'
import {hasNumbers, heading} from './heading.ts'
import {addList} from './lists.ts'
import {markedExample} from './marked-example.ts'
import {note} from './note.ts'
import {markedWords, numberedParagraph, type PartContext, placeOf, unitOf} from './part-context.ts'
import {quotation} from './quotation.ts'
import {isLeading} from './stray-list.ts'

/**
 * The blocks of a Markdown file as flow nodes: paragraphs numbered where the part numbers them, lists lettered
 * under the paragraph that introduces them, directives replaced by what they print.
 *
 * @param nodes  top-level nodes of the source tree
 * @param part  what the file's blocks share
 */
export function bodyBlocks(nodes: readonly RootContent[], part: PartContext): FlowNode[] {
  const flow: FlowNode[] = []
  for (const node of nodes) addBlock(node, flow, part)
  // Notes stand at the end of the part, wherever the author wrote them.
  return [...flow.filter((node) => node.type !== 'note'), ...flow.filter((node) => node.type === 'note')]
}

function addBlock(node: RootContent, flow: FlowNode[], part: PartContext): void {
  switch (node.type) {
    case 'paragraph':
      addParagraph(node, flow, part)
      break
    case 'heading':
      flow.push(heading(node, part))
      break
    case 'list':
      addList(node, flow, part, addBlock)
      break
    case 'blockquote':
      keepWithNext(flow)
      flow.push(quotation(node, part, addBlock))
      break
    case 'footnoteDefinition':
      flow.push(note(node, part))
      break
    case 'leafDirective':
    case 'containerDirective':
      addDirective(node, flow, part)
      break
    case 'definition':
      break // Already in part.definitions.
    default:
      throw new Error(`The node ${node.type} passed validation and has no builder.`)
  }
}

/** A paragraph by itself, or one without a number that goes on with what stands before it. */
function addParagraph(node: Paragraph, flow: FlowNode[], part: PartContext): void {
  const goesOn = node.data?.goesOn || part.isUnnumbered
  if (!(goesOn && addContinuation(node, flow, part))) flow.push(paragraph(node, part))
}

function paragraph(node: Paragraph, part: PartContext): FlowNode {
  const children = markedWords(part, node)
  const isOpening = part.name === 'body' && unitOf(node) === part.context.plan.kind.opening
  const isNumbered = !part.isUnnumbered && (isOpening ? isOpeningNumbered(part) : hasNumbers(part))
  if (isNumbered) return numberedParagraph(part, unitOf(node), children, node)
  return {
    type: 'clause',
    // What needs no number needs no verb of a resolution either.
    style: part.isUnnumbered ? 'unnumbered' : part.style,
    unit: unitOf(node),
    children: [{type: 'leadParagraph', children}],
    ...(node.position ? {position: node.position} : {}),
  }
}

/** The paragraph that introduces a block stays on its page, where nothing stands between the two. */
function keepWithNext(flow: FlowNode[]): void {
  const before = flow.findLast((block) => block.type !== 'note')
  const last = isLeading(before) ? before.children.at(-1) : before
  if (last?.type === 'continuation' && last.children.length === 1) last.isKeptWithNext = true
  else if (isLeading(before) && before.children.length === 1) before.isKeptWithNext = true
}

function endsWithColon(block: FlowNode): boolean {
  return toText(block).trimEnd().endsWith(':')
}

/** Directives that print decisions, which belong to the numbered paragraph that introduces them. */
const quotations = new Set(['decision', 'decisions', 'draft-decisions'])

function isQuotedIn(block: FlowNode): block is Decision | Addressee | SectionHeading {
  return block.type === 'decision' || block.type === 'addressee' || block.type === 'sectionHeading'
}

function addDirective(node: LeafDirective | ContainerDirective, flow: FlowNode[], part: PartContext): void {
  const {name, path, context} = part
  if (context.made.isTooMuch) return
  const of = node.attributes?.of
  context.directives.push({name: node.name, ...(of ? {of} : {}), part: name, path, place: placeOf(node)})
  if (node.type === 'containerDirective' && node.name === 'example') {
    noteExample(context, {
      path,
      place: placeOf(node) ?? {start: {line: 1, column: 1}, end: {line: 1, column: 1}},
      what: 'This paragraph is an example.',
    })
    const outside = part.isExample
    part.isExample = true
    for (const child of node.children) addBlock(child, flow, part)
    part.isExample = outside
    return
  }
  if (node.type === 'containerDirective' && node.name === 'unnumbered') {
    const outside = part.isUnnumbered === true
    part.isUnnumbered = true
    for (const child of node.children) addBlock(child, flow, part)
    part.isUnnumbered = outside
    return
  }
  const build = blockDirectives.get(node.name) ?? factsTable
  const built = build(node, part).map((block) => markedExample(block, part))
  // What is written is as large as its file; what is printed of facts may be printed again and again.
  if (node.type === 'leafDirective') countAgain(context, built, {path, place: placeOf(node)})
  const isQuotation = quotations.has(node.name)
  const before = flow.findLast((block) => block.type !== 'note')
  for (const block of built) {
    if (block.type === 'answerSpace' && before?.type === 'numberedParagraph') before.isKeptWithNext = true
    const isShown = block.type === 'captionedPicture' && before !== undefined && endsWithColon(before)
    if (block.type === 'quotation' || isShown) keepWithNext(flow)
    if (before?.type === 'numberedParagraph' && isQuotation && isQuotedIn(block)) before.children.push(block)
    else flow.push(block)
  }
}
