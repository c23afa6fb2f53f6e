import type {Blockquote, Heading, List, ListItem, Paragraph, RootContent} from 'mdast'
import type {
  Addressee,
  Continuation,
  Decision,
  FlowNode,
  LeadParagraph,
  PlaceInSequence,
  Provision,
  ProvisionList,
  Quotation,
} from '../../tree/index.ts'
import {continuation} from './continuation.ts'
import {markedWords, missingMark, type PartContext, unitOf, words} from './part-context.ts'
import {quotedLevels} from './quoted-levels.ts'

/** How the blocks of a quotation that have no labels of their own are added: as those of any other text. */
export type AddBlock = (node: RootContent, flow: FlowNode[], part: PartContext) => void

/** Block of a quotation. */
type Quoted = Quotation['children'][number]

/**
 * A quotation: its paragraphs have no numbers, its lists letters of their own, and what has the label of its source keeps
 * it, hanging before its words.
 *
 * @param within  the item in which it stands
 * @param addBlock  adds what has no label
 */
export function quotation(
  node: Blockquote,
  part: PartContext,
  addBlock: AddBlock,
  within?: PlaceInSequence,
): Quotation {
  const inner: PartContext = {
    ...part,
    numbersParagraphs: false,
    headed: undefined,
    isUnnumbered: false,
    style: 'quotation',
  }
  const sequenceKind = labelsOf(node).some((label) => label.length > longestLetter)
    ? 'quoted-number'
    : 'quoted-text'
  const quoting: Quoting = {part: inner, sequenceKind, levels: levelsIn(node), open: []}
  const flow: FlowNode[] = []
  for (const child of node.children) addQuoted(child, flow, quoting, addBlock)
  return {
    type: 'quotation',
    ...(within ? {within} : {}),
    children: flow.filter(isQuoted),
    ...(node.position ? {position: node.position} : {}),
  }
}

/** A label that is longer has the room of the number of a decision. */
const longestLetter = 4

const quotedTypes = new Set<string>([
  'clause',
  'decision',
  'addressee',
  'continuation',
] satisfies Quoted['type'][])

function isQuoted(block: FlowNode): block is Quoted {
  return quotedTypes.has(block.type)
}

/** Paragraphs and items of a quotation in their order; those of a list that is counted have no labels of the source. */
function piecesOf({children}: Blockquote): RootContent[] {
  return children.flatMap((node): RootContent[] => (node.type === 'list' ? node.children : [node]))
}

/** All labels of the source in a quotation. */
function labelsOf(quotation: Blockquote): string[] {
  return piecesOf(quotation).flatMap(({data}) => data?.quotedLabel?.label ?? [])
}

/** How deep each label stands; of a paragraph without one, such as “…”, as deep as the next label. */
function levelsIn(quotation: Blockquote): Quoting['levels'] {
  const levelOf = quotedLevels()
  const levels: Quoting['levels'] = new Map()
  let waiting: RootContent[] = []
  const labels = labelsOf(quotation)
  let at = 0
  for (const node of piecesOf(quotation)) {
    const label = node.data?.quotedLabel?.label
    if (label === undefined) {
      waiting = node.type === 'paragraph' ? [...waiting, node] : []
      continue
    }
    const found = levelOf(label, labels[++at])
    levels.set(node, found)
    for (const before of waiting) levels.set(before, found)
    waiting = []
  }
  return levels
}

/** What is being quoted: where its labels have come to. */
interface Quoting {
  part: PartContext
  sequenceKind: string
  levels: Map<RootContent, {level: number; rank: number}>
  /** The labelled paragraphs under which the next one may stand, the outermost first. */
  open: {node: Decision | Provision; rank: number}[]
}

function addQuoted(node: RootContent, flow: FlowNode[], quoting: Quoting, addBlock: AddBlock): void {
  const {part, open} = quoting
  const last = open.at(-1)
  if (node.type === 'heading') {
    open.length = 0
    flow.push(headingOf(node, part))
  } else if (node.type === 'paragraph' && node.data?.quotedLabel) {
    addLabelled(node, node.data.quotedLabel, flow, quoting)
  } else if (node.type === 'list' && node.children.some(({data}) => data?.quotedLabel)) {
    for (const item of node.children)
      if (item.data?.quotedLabel) addLabelled(item, item.data.quotedLabel, flow, quoting)
  } else if (node.type === 'list' && last && flow.at(-1) === open[0]?.node) {
    // Letters that are not typed, under a label that is.
    last.node.children.push(countedList(node, quoting, last.node, pathUnder(last.rank)))
  } else if (node.type === 'paragraph' && node.data?.goesOn && last && flow.at(-1) === open[0]?.node) {
    const owner = open.at(-2)?.node
    const goingOn = continuation(node, part, owner && placeOf(owner))
    if (owner) owner.children.push(goingOn)
    else flow.push(goingOn)
  } else if (node.type === 'paragraph' && isBetween(node, flow, quoting)) {
    const owner = open[(quoting.levels.get(node)?.level ?? 0) - 1]?.node
    owner?.children.push(continuation(node, part, owner && placeOf(owner)))
  } else addBlock(node, flow, part)
}

/** Whether a paragraph without a label stands between those that stand under a labelled one: what was left out there. */
function isBetween(node: Paragraph, flow: readonly FlowNode[], {levels, open}: Quoting): boolean {
  const level = levels.get(node)?.level ?? 0
  return level > 0 && open.length >= level && flow.at(-1) === open[0]?.node
}

function placeOf({sequenceKind, level}: PlaceInSequence): PlaceInSequence {
  return {sequenceKind, level}
}

/** The heading of an addressee, or another that the source has. */
function headingOf(node: Heading, part: PartContext): Addressee {
  return {
    type: 'addressee',
    unit: unitOf(node),
    within: 'quotation',
    ...(node.depth > 2 ? {isUnder: true} : {}),
    children: missingMark(part, node) ?? words(part, node, false),
    ...(node.position ? {position: node.position} : {}),
  }
}

/** A paragraph or an item with the label of its source: by itself, or under the one to which its label belongs. */
function addLabelled(
  node: Paragraph | ListItem,
  {label, length}: {label: string; length: number},
  flow: FlowNode[],
  quoting: Quoting,
): void {
  const {part, open, sequenceKind} = quoting
  const {level, rank} = levelFor(node, flow, quoting)
  open.length = level
  const [first, ...rest] = node.type === 'paragraph' ? [node] : node.children
  const lead = first?.type === 'paragraph' ? first : undefined
  const unit = first && unitOf(first)
  const own = {
    unit,
    sequence: sequenceOf(part, unit, node),
    sequenceKind,
    level,
    literal: label,
    children: [leadOf(part, lead, length)] as [LeadParagraph],
    ...(node.position ? {position: node.position} : {}),
  }
  const above = open.at(-1)?.node
  const labelled: Decision | Provision = above ? {type: 'provision', ...own} : {type: 'decision', ...own}
  if (above) listUnder(above).children.push(labelled as Provision)
  else flow.push(labelled as Decision)
  open.push({node: labelled, rank})
  for (const child of rest)
    if (child.type === 'list') labelled.children.push(countedList(child, quoting, labelled, pathUnder(rank)))
    else if (child.type === 'paragraph')
      labelled.children.push(continuation(child, part, {sequenceKind, level}))
}

/** Where words without a label stand before it, nothing can stand under what is before those: it begins anew. */
function levelFor(
  node: Paragraph | ListItem,
  flow: readonly FlowNode[],
  {levels, open}: Quoting,
): {level: number; rank: number} {
  const found = levels.get(node) ?? {level: 0, rank: 0}
  const isUnder = found.level <= open.length && flow.at(-1) === open[0]?.node
  return isUnder ? found : {...found, level: 0}
}

/** The list at the end of a labelled paragraph, which is begun where there is none yet. */
function listUnder(above: Decision | Provision): ProvisionList {
  const last = above.children.at(-1)
  if (last?.type === 'provisionList') return last
  const list: ProvisionList = {type: 'provisionList', children: []}
  above.children.push(list)
  return list
}

function leadOf(part: PartContext, node: Paragraph | undefined, labelLength: number): LeadParagraph {
  return {type: 'leadParagraph', children: node ? markedWords(part, cut(node, labelLength)) : []}
}

/** A paragraph without the label that is typed before its words. */
function cut(node: Paragraph, length: number): Paragraph {
  const [first, ...rest] = node.children
  if (length === 0 || first?.type !== 'text') return node
  return {...node, children: [{...first, value: first.value.slice(length)}, ...rest]}
}

/** Each label is a sequence of its own: what a text prints need not follow from what stands before it. */
function sequenceOf(part: PartContext, unit: string | undefined, {position}: RootContent): string {
  return `quoted:${part.name}.${unit ?? `${position?.start.line}.${position?.start.column}`}`
}

/** Under a number stand a), b), under a letter i), ii): the places of a decision's provisions that print so. */
function pathUnder(rank: number): number[] {
  return Array.from({length: rank}, () => 1)
}

/** A list whose letters are counted, under a paragraph with a label. */
function countedList(
  list: List,
  quoting: Quoting,
  above: PlaceInSequence,
  path: readonly number[],
): ProvisionList {
  const {part} = quoting
  const place: PlaceInSequence = {sequenceKind: above.sequenceKind, level: above.level + 1}
  return {
    type: 'provisionList',
    children: list.children.map((item, index): Provision => {
      const [first, ...rest] = item.children
      const own = [...path, index + 1]
      const unit = first && unitOf(first)
      return {
        type: 'provision',
        unit,
        sequence: sequenceOf(part, unit, item),
        ...place,
        literal: '',
        quotedPath: own,
        children: [
          leadOf(part, first?.type === 'paragraph' ? first : undefined, 0),
          ...rest.flatMap((child): (ProvisionList | Continuation)[] =>
            child.type === 'list'
              ? [countedList(child, quoting, place, own)]
              : child.type === 'paragraph'
                ? [continuation(child, part, place)]
                : [],
          ),
        ],
        ...(item.position ? {position: item.position} : {}),
      }
    }),
  }
}
