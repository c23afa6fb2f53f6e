import type {FootnoteReference, Image, List, Node, Paragraph, RootContent, RowContent, Table} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {Data} from 'unist'
import {changeOf, firstWords, pictureIn, visit} from '../tree/index.ts'

/**
 * A block of the original without its words, with the mark of what is missing in their place.
 *
 * @param key  what it is called where it has no words
 */
export function standIn(node: RootContent, key: string): RootContent {
  if (node.type === 'paragraph' || node.type === 'heading') return worded(node, key)
  if (node.type === 'containerDirective' && node.name === 'picture') return pictureStandIn(node, key)
  if (node.type === 'containerDirective' && node.name === 'table') return tableStandIn(node, key)
  if (node.type === 'footnoteDefinition')
    return {
      ...node,
      children: node.children.map((child) => standIn(child, key) as typeof child),
      data: {...node.data, missingUnit: firstWords(node) || key},
    }
  return node
}

/** A cell of the original without its words; one that is empty stays so. */
export function emptyCell(cell: RowContent): RowContent {
  if (!hasWords(cell)) return cell
  if (cell.type === 'tableCell') return worded(cell, '')
  return {...cell, children: cell.children.map(emptyBlock)}
}

/** A paragraph or a list of a cell without its words. */
export function emptyBlock(block: Paragraph | List): Paragraph | List {
  return block.type === 'list' ? emptyList(block) : worded(block, '')
}

/** Whether something is written in a cell. */
export function hasWords(cell: RowContent): boolean {
  if (cell.type === 'tableCell') return cell.children.length > 0
  return cell.children.some((block) => block.type === 'list' || block.children.length > 0)
}

/** By what a unit is told: its words, those of the caption of a picture or else what it shows, or how it is typed. */
export function wordsOf(node: Node): string {
  if (node.type !== 'containerDirective' || (node as ContainerDirective).name !== 'picture')
    return firstWords(node) || directiveOf(node)
  const {label, shown} = partsOf(node as ContainerDirective)
  return (label && firstWords(label)) || shown?.alt || ''
}

/** The references to notes in a node, in their order. */
export function notesOf(node: Node): FootnoteReference[] {
  const references: FootnoteReference[] = []
  visit(node, 'footnoteReference', (reference) => void references.push(reference))
  return references
}

/** The caption of a directive and the picture or table under it. */
export function partsOf({children}: ContainerDirective): {
  label: Paragraph | undefined
  shown: Image | undefined
  table: Table | undefined
} {
  return {
    label: children.find(isLabel) as Paragraph | undefined,
    shown: children.map((child) => pictureIn(child)).find((image) => image !== undefined),
    table: children.find((child) => child.type === 'table'),
  }
}

/** Whether a node is the caption of its directive. */
export function isLabel({data}: Node): boolean {
  return data !== undefined && 'directiveLabel' in data
}

/** The caption that a language lacks; its notes stay. */
export function missingLabel(label: Paragraph | undefined, words: string): Paragraph {
  const data = {...label?.data, directiveLabel: true, missingUnit: words} as NonNullable<Paragraph['data']>
  return {type: 'paragraph', children: label ? notesOf(label) : [], data}
}

/** The picture of the original as it is shown where nobody says in this language what it shows. */
export function undescribed(image: Image, words: string): Image {
  return {...image, data: {...image.data, missingUnit: words}}
}

/** Words with a mark in their place: their notes stay, so that the numbers of the others are right. */
function worded<Block extends Extract<RootContent, Paragraph | RowContent> | {type: 'heading'}>(
  node: Block & Node,
  key: string,
): Block {
  const missingChange = 'children' in node ? changeOf((node as Node as Paragraph).children) : undefined
  // A lead that introduces a list keeps its colon, so that the list below still belongs to it.
  const data: Data = {...node.data, missingUnit: firstWords(node) || key, missingChange}
  return {...node, children: notesOf(node), data}
}

function emptyList(list: List): List {
  const children = list.children.map((item) => ({
    ...item,
    children: item.children.map((block) =>
      block.type === 'list' ? emptyList(block) : (standIn(block, '') as typeof block),
    ),
  }))
  return {...list, children}
}

/** The picture of the original, with a mark for all that is told of it. */
function pictureStandIn(node: ContainerDirective, key: string): RootContent {
  const {label} = partsOf(node)
  const others = node.children.filter((child) => child !== label)
  const under = others.map((child) => {
    const image = pictureIn(child)
    return image
      ? {...child, children: [undescribed(image, image.alt ?? '')]}
      : (standIn(child, key) as typeof child)
  })
  return {...node, children: [missingLabel(label, wordsOf(node)), ...under] as typeof node.children}
}

function tableStandIn(node: ContainerDirective, key: string): RootContent {
  const children = node.children.map((child) => {
    if (isLabel(child)) return missingLabel(child as Paragraph, firstWords(child) || key)
    return child.type === 'table' ? emptyTable(child) : (standIn(child, key) as typeof child)
  })
  return {...node, children}
}

function emptyTable(table: Table): Table {
  return {...table, children: table.children.map((row) => ({...row, children: row.children.map(emptyCell)}))}
}

/** A block directive as it is typed; nothing for any other node. */
function directiveOf(node: Node): string {
  if (node.type !== 'leafDirective') return ''
  const {name, attributes} = node as {name?: string; attributes?: Record<string, string>}
  const given = Object.entries(attributes ?? {}).map(([key, value]) => `${key}=${value}`)
  return `::${name}${given.length > 0 ? `{${given.join(' ')}}` : ''}`
}
