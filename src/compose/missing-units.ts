import type {
  Blockquote,
  FootnoteDefinition,
  List,
  ListItem,
  Node,
  Paragraph,
  RootContent,
  RowContent,
  Table,
} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {Position} from 'unist'
import {groupDirectives, headsOf, pictureIn} from '../tree/index.ts'
import {isLabel, missingLabel, notesOf, partsOf, standIn, undescribed, wordsOf} from './missing-stand-ins.ts'
import {type InCells, withMissingCells} from './missing-table.ts'

/** A unit that a language lacks. */
export interface Missing {
  /** Id of the author's, or what stands for one. */
  key: string
  /** The first words of the original's; nothing where it has none. */
  words: string
  /** The block of this language that it comes after. */
  after: Position | undefined
}

/**
 * The blocks of a language that is still drafting, with a stand-in for every unit of the original that it lacks,
 * in its place, so that the numbers of what is there are already right.
 *
 * Units are matched by their ids; a block without an id is left where it is.
 *
 * @param original  top-level nodes of the original's file
 * @param translation  top-level nodes of this language's file
 * @returns new list of nodes and what is missing
 */
export function withMissingUnits(
  original: readonly RootContent[],
  translation: readonly RootContent[],
): {nodes: RootContent[]; missing: Missing[]} {
  const missing: Missing[] = []
  const known = new Set(translation.flatMap(notesOf).map(({identifier}) => identifier))
  const nodes = align(original, translation, {missing, known})
  const referred = new Set(nodes.flatMap(notesOf).map(({identifier}) => identifier))
  // A note is stood in for only where something refers to it.
  const kept = nodes.filter(
    (node) =>
      node.type !== 'footnoteDefinition' ||
      node.data?.missingUnit === undefined ||
      referred.has(node.identifier),
  )
  return {nodes: kept, missing}
}

/** What is gathered on the way. */
interface Lacking {
  missing: Missing[]
  /** Names of the notes to which something in this language refers. */
  known: ReadonlySet<string>
}

function align(
  original: readonly RootContent[],
  translation: readonly RootContent[],
  lacking: Lacking,
): RootContent[] {
  const nodes = [...translation]
  const present = new Set(nodes.map(keyOf).filter((key) => key !== undefined))
  let after = -1
  for (const [index, node] of original.entries()) {
    const key = keyOf(node)
    if (isGroup(node)) {
      after = alignGroup(node, nodes, lacking, after)
      continue
    }
    if (key === undefined) {
      if (node.type === 'list') {
        const lead = original[index - 1]
        after = alignList(node, lead && keyOf(lead), nodes, lacking, after)
      }
      continue
    }
    if (present.has(key)) {
      after = nodes.findIndex((candidate) => keyOf(candidate) === key)
      nodes[after] = completed(node, nodes[after] as RootContent, lacking)
      continue
    }
    lacking.missing.push({key, words: wordsOf(node), after: nodes[after]?.position})
    nodes.splice(after + 1, 0, standIn(node, key))
    after += 1
  }
  return nodes
}

/** Blocks inside `:::example` or “>”: matched with the group that shares an id with it, or stood in for as a whole. */
function alignGroup(
  original: ContainerDirective | Blockquote,
  nodes: RootContent[],
  lacking: Lacking,
  after: number,
): number {
  const keys = new Set(original.children.map(keyOf).filter((key) => key !== undefined))
  const shares = (node: Node): boolean => keys.has(keyOf(node) ?? '')
  const own = nodes.findIndex((node) => isGroup(node) && node.children.some(shares))
  if (own < 0 && nodes.some(shares)) return nodes.findLastIndex(shares) // Translated, but not marked.
  const children = align(original.children, own < 0 ? [] : (nodes[own] as Blockquote).children, lacking)
  const whole = {...original, children: children as Blockquote['children']}
  if (own >= 0) nodes[own] = whole
  else nodes.splice(after + 1, 0, whole)
  return own >= 0 ? own : after + 1
}

function isGroup(node: Node): node is ContainerDirective | Blockquote {
  if (node.type === 'blockquote') return true
  return node.type === 'containerDirective' && groupDirectives.has((node as ContainerDirective).name)
}

/** Items of the list under a paragraph; where the whole list is missing, all of it is stood in for. */
function alignList(
  original: List,
  leadKey: string | undefined,
  nodes: RootContent[],
  lacking: Lacking,
  after: number,
): number {
  const leadIndex = leadKey === undefined ? -1 : nodes.findIndex((node) => keyOf(node) === leadKey)
  if (leadIndex < 0) return after
  const list = nodes[leadIndex + 1]
  const children = list?.type === 'list' ? list.children : []
  const items = alignItems(original, children, lacking)
  if (items.length === 0) return leadIndex
  const whole: List = {
    type: 'list',
    ordered: true,
    spread: false,
    start: 1,
    ...(list?.type === 'list' ? list : {}),
    children: items,
  }
  nodes.splice(leadIndex + 1, list?.type === 'list' ? 1 : 0, whole)
  return leadIndex + 1
}

function alignItems(original: List, own: readonly ListItem[], lacking: Lacking): ListItem[] {
  const items = [...own]
  const present = new Map(items.map((item) => [itemKey(item), item]))
  let place = -1
  for (const item of original.children) {
    const key = itemKey(item)
    if (key === undefined) continue
    if (present.has(key)) {
      place = items.findIndex((candidate) => itemKey(candidate) === key)
      const own = items[place]
      if (own)
        items[place] = {...own, children: align(item.children, own.children, lacking) as typeof own.children}
      continue
    }
    items.splice(place + 1, 0, {
      type: 'listItem',
      spread: false,
      children: align(item.children, [], lacking) as typeof item.children, // With the list under it.
    })
    place += 1
  }
  return items
}

function itemKey(item: {children: readonly Node[]}): string | undefined {
  const [first] = item.children
  return first ? keyOf(first) : undefined
}

/** Id of a block: the author's, or the directive's name and attributes, or the note's name. */
function keyOf(node: Node): string | undefined {
  if (node.data?.unitMark) return node.data.unitMark.id
  if (node.type === 'footnoteDefinition') return `note ${(node as {identifier?: string}).identifier}`
  if (node.type === 'leafDirective' || node.type === 'containerDirective') {
    const {name, attributes} = node as {name?: string; attributes?: Record<string, string>}
    return groupDirectives.has(name ?? '')
      ? undefined
      : `${name} ${attributes?.id ?? attributes?.of ?? ''}`.trim()
  }
  return undefined
}

/** A unit that the language has, with what of it is missing. */
function completed(original: RootContent, own: RootContent, lacking: Lacking): RootContent {
  if (original.type === 'paragraph' || original.type === 'heading')
    return own.type === original.type ? withNotes(original, own, lacking) : own
  if (original.type === 'footnoteDefinition' && own.type === 'footnoteDefinition')
    return completedNote(original, own, lacking)
  if (original.type !== 'containerDirective' || own.type !== 'containerDirective') return own
  if (original.name !== 'table' && original.name !== 'picture') return own
  return completedBlock(original, own, lacking)
}

/** Words with the references to notes that are nowhere in this language, behind them. */
function withNotes<Block extends Paragraph | RowContent | RootContent>(
  original: Block,
  own: Block,
  {known}: Lacking,
): Block {
  const lost = notesOf(original).filter(({identifier}) => !known.has(identifier))
  return lost.length > 0 ? ({...own, children: [...(own as Paragraph).children, ...lost]} as Block) : own
}

/** A note with stand-ins for the paragraphs behind its first that it lacks. */
function completedNote(
  original: FootnoteDefinition,
  own: FootnoteDefinition,
  {missing}: Lacking,
): FootnoteDefinition {
  const lost = original.children.slice(own.children.length)
  for (const [index, node] of lost.entries())
    missing.push({
      key: `note ${own.identifier}.${own.children.length + index + 1}`,
      words: wordsOf(node),
      after: own.position,
    })
  return {...own, children: [...own.children, ...lost.map((node) => standIn(node, '') as typeof node)]}
}

/** A table or a picture with its caption, what stands under it, and what it shows. */
function completedBlock(
  original: ContainerDirective,
  own: ContainerDirective,
  lacking: Lacking,
): ContainerDirective {
  const [due, there] = [partsOf(original), partsOf(own)]
  const words = due.shown?.alt && there.shown && !there.shown.alt?.trim() ? due.shown.alt : undefined
  if (words !== undefined) lacking.missing.push({key: own.attributes?.id ?? '', words, after: own.position})
  const label = completedLabel(due.label, own, lacking)
  // Who sees the picture sees in its caption that its description is missing.
  const told = words === undefined ? label : withMark(label, words)
  const under = align(underOf(original), underOf(own), lacking)
  const heads = own.children.flatMap((child): RootContent[] => {
    const image = pictureIn(child)
    if (image)
      return [words === undefined ? child : ({...child, children: [undescribed(image, words)]} as Paragraph)]
    if (child.type !== 'table') return []
    return due.table
      ? [withMissingCells(headed(original, due.table), headed(own, child), inCells(own, lacking))]
      : [child]
  })
  // A caption that holds nothing but a mark is not the language's own, as a picture that is stood in for is not.
  const position = told && !label ? original.position : own.position
  const children = [...(told ? [told] : []), ...heads, ...under] as ContainerDirective['children']
  return {...own, children, ...(position ? {position} : {})}
}

function completedLabel(
  due: Paragraph | undefined,
  own: ContainerDirective,
  lacking: Lacking,
): Paragraph | undefined {
  const {label} = partsOf(own)
  if (!due) return label
  if (label) return withNotes(due, label, lacking)
  lacking.missing.push({key: `${own.attributes?.id}.caption`, words: wordsOf(due), after: own.position})
  return missingLabel(due, wordsOf(due))
}

function withMark(label: Paragraph | undefined, words: string): Paragraph {
  return label ? {...label, data: {missingUnit: words, ...label.data}} : missingLabel(undefined, words)
}

/** What stands under the table or the picture. */
function underOf({children}: ContainerDirective): RootContent[] {
  return children.filter((child) => !isLabel(child) && child.type !== 'table' && !pictureIn(child))
}

function headed(directive: ContainerDirective, table: Table): {table: Table; headRows: number} {
  return {table, headRows: headsOf(directive).headRows}
}

function inCells({attributes, position}: ContainerDirective, lacking: Lacking): InCells {
  return {
    list: (original, own) => ({...own, children: alignItems(original, own.children, lacking)}),
    words: (original, own) => withNotes(original, own, lacking),
    report: (cell, name) =>
      void lacking.missing.push({key: `${attributes?.id}.${name}`, words: wordsOf(cell), after: position}),
  }
}
