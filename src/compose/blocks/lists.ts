import type {List, ListItem} from 'mdast'
import {error} from '../../message/index.ts'
import type {
  Clause,
  Continuation,
  FlowNode,
  LeadParagraph,
  Provision,
  ProvisionList,
  Quotation,
} from '../../tree/index.ts'
import {toText} from '../../tree/index.ts'
import {continuation} from './continuation.ts'
import {markedWords, type PartContext, placeOf, unitOf} from './part-context.ts'
import {type AddBlock, quotation} from './quotation.ts'
import {isLeading, type Leading, reportStrayList} from './stray-list.ts'

/** The numbered sequence of a list, and whether its items carry the mark of an example themselves. */
interface ListContext {
  id: string
  kind: string
  marked: boolean
  addBlock: AddBlock
}

/** The paragraph under which the next list stands: the last of a block, which has none yet. */
type Lead = (Leading | Continuation) & {children: [LeadParagraph]}

/**
 * A list belongs to the paragraph before it, which ends with “:”; anything else is a number typed by hand.
 *
 * A list that a drafting language lacks is no mistake of its translator, whose paragraph may not have its colon yet.
 */
export function addList(node: List, flow: FlowNode[], part: PartContext, addBlock: AddBlock): void {
  const before = flow.findLast((block) => block.type !== 'note')
  const owner = leadIn(before)
  const lead = owner?.children[0]
  // Words that are not decided yet stand in brackets, their colon too.
  const leadText = lead ? toText(lead).replace(/[\]\s]+$/, '') : ''
  const isStandIn = lead?.children[0]?.type === 'missingMark'
  const isMissing = node.position === undefined
  if (!owner || !(leadText.endsWith(':') || isStandIn || isMissing)) {
    reportStrayList(node, before, part)
    // Its units stay known, so that references to them are no second error.
    for (const child of node.children.flatMap((item) => item.children)) addBlock(child, flow, part)
    return
  }
  // The mark before the lead speaks for its list; a list alone between the lines of an example is marked itself.
  const marked = lead?.children[0]?.type !== 'exampleMark'
  const {level, ...sequence} = sequenceUnder(owner, before, flow, part)
  const items = provisionList(node, part, {...sequence, marked, addBlock}, level)
  ;(owner as Leading | Continuation).children.push(items as never)
}

/** A list in a cell of a table: its letters begin with a), and nothing needs to introduce it. */
export function listInCell(node: List, cell: string, part: PartContext): ProvisionList {
  const list = {id: `list:${part.name}.${cell}`, kind: 'cell-list', marked: false, addBlock: noBlocks}
  return provisionList(node, part, list, 0)
}

/** What stands in a cell was looked at before (`validate`): paragraphs and lists alone. */
const noBlocks: AddBlock = () => undefined

/** The last paragraph of a block, where no list stands under it yet: its lead, or what goes on after its list. */
function leadIn(before: FlowNode | undefined): Lead | undefined {
  const last = isLeading(before) ? (before.children.at(-1) as Continuation | undefined) : undefined
  const owner =
    last?.type === 'continuation'
      ? last
      : isLeading(before) || before?.type === 'continuation'
        ? before
        : undefined
  return owner?.children.length === 1 ? (owner as Lead) : undefined
}

/** Sequence and level of a list: letters go on where its paragraph goes on with another that has some. */
function sequenceUnder(
  owner: Lead,
  before: FlowNode | undefined,
  flow: readonly FlowNode[],
  part: PartContext,
): {id: string; kind: string; level: number} {
  const numbered =
    owner.type === 'numberedParagraph'
      ? owner
      : owner.type === 'continuation' && owner.within
        ? flow.findLast((block) => block.type === 'numberedParagraph')
        : undefined
  if (numbered?.type === 'numberedParagraph')
    return {id: numbered.sequence, kind: numbered.sequenceKind, level: numbered.level + 1}
  const clause = (isLeading(before) ? before : owner) as Clause
  return {
    id: `list:${part.name}.${clause.unit ?? placeInFile(clause, flow)}`,
    kind: clause.style === 'quotation' ? 'quotation-list' : 'clause-list',
    level: 0,
  }
}

/** Names the list of a clause that has no id yet: two quotations of a part may stand at the same place in theirs. */
function placeInFile({position}: Clause, flow: readonly FlowNode[]): string {
  return `${position?.start.line ?? ''}.${flow.length}`
}

function provisionList(node: List, part: PartContext, list: ListContext, level: number): ProvisionList {
  return {
    type: 'provisionList',
    children: node.children.map((item) => provision(item, part, list, level)),
  }
}

function provision(item: ListItem, part: PartContext, list: ListContext, level: number): Provision {
  const [first, ...rest] = item.children
  const isLed = first?.type === 'paragraph'
  const lead: LeadParagraph = {
    type: 'leadParagraph',
    children: isLed ? markedWords(part, first, list.marked) : [],
  }
  if (!isLed) reportItem(part, item, 'This item is empty. Write its words, or delete it.')
  const place = {sequenceKind: list.kind, level}
  const below: (Quotation | ProvisionList | Continuation)[] = []
  for (const node of isLed ? rest : []) {
    const before = below.at(-1)
    if (node.type === 'paragraph')
      below.push(continuation(node, part, place, {style: 'unnumbered', isMarked: list.marked}))
    else if (node.type === 'blockquote') below.push(quotation(node, part, list.addBlock, place))
    else if (node.type === 'list' && before?.type === 'continuation')
      before.children.push(provisionList(node, part, {...list, marked: false}, level + 1))
    else if (node.type === 'list' && !below.some(({type}) => type === 'provisionList'))
      below.push(provisionList(node, part, {...list, marked: false}, level + 1))
    else
      reportItem(
        part,
        node,
        'A lettered item holds paragraphs, quotations (“>”) and lists that a paragraph introduces. Make this a paragraph of its own, or join it to the item.',
      )
  }
  return {
    type: 'provision',
    unit: first ? unitOf(first) : undefined,
    sequence: list.id,
    ...place,
    children: [lead, ...below],
    ...(item.position ? {position: item.position} : {}),
  }
}

function reportItem(part: PartContext, node: Parameters<typeof placeOf>[0], reason: string): void {
  part.context.messages.push(
    error(reason, {
      path: part.path,
      ruleId: 'item-content',
      place: placeOf(node),
      language: part.context.language.code,
    }),
  )
}
