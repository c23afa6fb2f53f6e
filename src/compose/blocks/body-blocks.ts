import type {Blockquote, List, ListItem, Paragraph, RootContent} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import {error} from '../../message/index.ts'
import {
  type Addressee,
  type Clause,
  type Decision,
  type FlowNode,
  type InlineNode,
  type LeadParagraph,
  type Provision,
  type ProvisionList,
  type Quotation,
  type SectionHeading,
  toText,
} from '../../tree/index.ts'
import {noteExample} from '../examples.ts'
import {isOpeningNumbered} from '../opening.ts'
import {blockDirectives, factsTable} from './directives.ts'
import {hasNumbers, heading} from './heading.ts'
import {markedExample} from './marked-example.ts'
import {note} from './note.ts'
import {missingMark, numberedParagraph, type PartContext, placeOf, unitOf, words} from './part-context.ts'
import {isLeading, reportStrayList} from './stray-list.ts'

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
      flow.push(paragraph(node, part))
      break
    case 'heading':
      flow.push(heading(node, part))
      break
    case 'list':
      addList(node, flow, part)
      break
    case 'blockquote':
      keepWithNext(flow)
      flow.push(quotation(node, part))
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

/** Words of a paragraph; a mark and the references to notes where it stands in for one that is missing. */
function markedWords(part: PartContext, node: Paragraph, isExampleMarked = true): InlineNode[] {
  const mark = missingMark(part, node)
  return mark ? [...mark, ...words(part, node, false)] : words(part, node, isExampleMarked)
}

function paragraph(node: Paragraph, part: PartContext): FlowNode {
  const children = markedWords(part, node)
  const isOpening = part.name === 'body' && unitOf(node) === part.context.plan.kind.opening
  const isNumbered = isOpening ? isOpeningNumbered(part) : hasNumbers(part)
  if (isNumbered) return numberedParagraph(part, unitOf(node), children, node)
  return {
    type: 'clause',
    style: part.style,
    unit: unitOf(node),
    children: [{type: 'leadParagraph', children}],
    ...(node.position ? {position: node.position} : {}),
  }
}

/** The paragraph that introduces a block stays on its page, where nothing stands between the two. */
function keepWithNext(flow: FlowNode[]): void {
  const before = flow.findLast((block) => block.type !== 'note')
  if (isLeading(before) && before.children.length === 1) before.isKeptWithNext = true
}

/** A quotation: its paragraphs have no numbers, its lists letters of their own. */
function quotation(node: Blockquote, part: PartContext, within?: Quotation['within']): Quotation {
  const inner: PartContext = {...part, numbersParagraphs: false, headed: undefined, style: 'quotation'}
  const children: FlowNode[] = []
  for (const child of node.children) addBlock(child, children, inner)
  return {
    type: 'quotation',
    ...(within ? {within} : {}),
    children: children.filter((child): child is Clause => child.type === 'clause'),
    ...(node.position ? {position: node.position} : {}),
  }
}

/**
 * A list belongs to the paragraph before it, which ends with “:”; anything else is a number typed by hand.
 *
 * A list that a drafting language lacks is no mistake of its translator, whose paragraph may not have its colon yet.
 */
function addList(node: List, flow: FlowNode[], part: PartContext): void {
  const before = flow.findLast((block) => block.type !== 'note')
  const lead = isLeading(before) && before.children.length === 1 ? before.children[0] : undefined
  const leadText = lead ? toText(lead).trimEnd() : ''
  const isStandIn = lead?.children[0]?.type === 'missingMark'
  const isMissing = node.position === undefined
  if (!isLeading(before) || !(leadText.endsWith(':') || isStandIn || isMissing)) {
    reportStrayList(node, before, part)
    // Its units stay known, so that references to them are no second error.
    for (const child of node.children.flatMap((item) => item.children)) addBlock(child, flow, part)
    return
  }
  // The mark before the lead speaks for its list; a list alone between the lines of an example is marked itself.
  const isMarked = lead?.children[0]?.type === 'exampleMark'
  const list: ListContext =
    before.type === 'clause'
      ? {
          id: `list:${part.name}.${before.unit ?? placeInFile(before, flow)}`,
          kind: before.style === 'quotation' ? 'quotation-list' : 'clause-list',
          marked: !isMarked,
        }
      : {id: before.sequence, kind: before.sequenceKind, marked: !isMarked}
  const items = provisionList(node, part, list, before.type === 'clause' ? 0 : before.level + 1)
  before.children.push(items)
}

/** Names the list of a clause that has no id yet: two quotations of a part may stand at the same place in theirs. */
function placeInFile({position}: Clause, flow: readonly FlowNode[]): string {
  return `${position?.start.line ?? ''}.${flow.length}`
}

/** The numbered sequence of a list, and whether its items carry the mark of an example themselves. */
interface ListContext {
  id: string
  kind: string
  marked: boolean
}

function provisionList(node: List, part: PartContext, list: ListContext, level: number): ProvisionList {
  return {
    type: 'provisionList',
    children: node.children.map((item) => provision(item, part, list, level)),
  }
}

function provision(item: ListItem, part: PartContext, list: ListContext, level: number): Provision {
  const [first, ...rest] = item.children
  let lead: LeadParagraph | undefined
  const below: (Quotation | ProvisionList)[] = []
  if (first?.type === 'paragraph') {
    lead = {type: 'leadParagraph', children: markedWords(part, first, list.marked)}
  }
  for (const node of first?.type === 'paragraph' ? rest : item.children) {
    const isAfterList = below.some(({type}) => type === 'provisionList')
    if (node.type === 'list' && lead && !isAfterList) {
      below.push(provisionList(node, part, {...list, marked: false}, level + 1))
    } else if (node.type === 'blockquote' && lead && !isAfterList) {
      below.push(quotation(node, part, {sequenceKind: list.kind, level}))
    } else {
      part.context.messages.push(
        error(
          'A lettered item holds one paragraph, then quotations (“>”) and at most one list under it. Make this a paragraph of its own, or join it to the item.',
          {
            path: part.path,
            ruleId: 'item-content',
            place: placeOf(node),
            language: part.context.language.code,
          },
        ),
      )
    }
  }
  if (!lead) {
    part.context.messages.push(
      error('This item is empty. Write its words, or delete it.', {
        path: part.path,
        ruleId: 'item-content',
        place: placeOf(item),
        language: part.context.language.code,
      }),
    )
    lead = {type: 'leadParagraph', children: []}
  }
  return {
    type: 'provision',
    unit: first ? unitOf(first) : undefined,
    sequence: list.id,
    sequenceKind: list.kind,
    level,
    children: [lead, ...below],
    ...(item.position ? {position: item.position} : {}),
  }
}

/** Directives that print decisions, which belong to the numbered paragraph that introduces them. */
const quotations = new Set(['decision', 'decisions', 'draft-decisions'])

function isQuotedIn(block: FlowNode): block is Decision | Addressee | SectionHeading {
  return block.type === 'decision' || block.type === 'addressee' || block.type === 'sectionHeading'
}

function addDirective(node: LeafDirective | ContainerDirective, flow: FlowNode[], part: PartContext): void {
  const {name, path} = part
  const of = node.attributes?.of
  part.context.directives.push({name: node.name, ...(of ? {of} : {}), part: name, path, place: placeOf(node)})
  if (node.type === 'containerDirective' && node.name === 'example') {
    noteExample(part.context, {
      path: part.path,
      place: placeOf(node) ?? {start: {line: 1, column: 1}, end: {line: 1, column: 1}},
      what: 'This paragraph is an example.',
    })
    const outside = part.isExample
    part.isExample = true
    for (const child of node.children) addBlock(child, flow, part)
    part.isExample = outside
    return
  }
  const build = blockDirectives.get(node.name) ?? factsTable
  const built = build(node, part).map((block) => markedExample(block, part))
  const isQuotation = quotations.has(node.name)
  const before = flow.findLast((block) => block.type !== 'note')
  for (const block of built) {
    if (block.type === 'answerSpace' && before?.type === 'numberedParagraph') before.isKeptWithNext = true
    if (block.type === 'quotation') keepWithNext(flow)
    if (before?.type === 'numberedParagraph' && isQuotation && isQuotedIn(block)) before.children.push(block)
    else flow.push(block)
  }
}
