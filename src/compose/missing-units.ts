import type {
  BlockContent,
  Blockquote,
  FootnoteReference,
  Image,
  List,
  Node,
  Paragraph,
  RootContent,
} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {Data, Position} from 'unist'
import {changeOf, firstWords, groupDirectives, pictureIn, visit} from '../tree/index.ts'

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
  const nodes = align(original, translation, missing)
  const referred = new Set(nodes.flatMap(notesOf).map(({identifier}) => identifier))
  // A note is stood in for only where something refers to it.
  const kept = nodes.filter(
    (node) => node.type !== 'footnoteDefinition' || node.children.length > 0 || referred.has(node.identifier),
  )
  return {nodes: kept, missing}
}

function align(
  original: readonly RootContent[],
  translation: readonly RootContent[],
  missing: Missing[],
): RootContent[] {
  const nodes = [...translation]
  const present = new Set(nodes.map(keyOf).filter((key) => key !== undefined))
  let after = -1
  for (const [index, node] of original.entries()) {
    const key = keyOf(node)
    if (isGroup(node)) {
      after = alignGroup(node, nodes, missing, after)
      continue
    }
    if (key === undefined) {
      if (node.type === 'list') {
        const lead = original[index - 1]
        after = alignList(node, lead && keyOf(lead), nodes, missing, after)
      }
      continue
    }
    if (present.has(key)) {
      after = nodes.findIndex((candidate) => keyOf(candidate) === key)
      continue
    }
    missing.push({key, words: wordsOf(node), after: nodes[after]?.position})
    nodes.splice(after + 1, 0, standIn(node, key))
    after += 1
  }
  return nodes
}

/** Blocks inside `:::example` or “>”: matched with the group that shares an id with it, or stood in for as a whole. */
function alignGroup(
  original: ContainerDirective | Blockquote,
  nodes: RootContent[],
  missing: Missing[],
  after: number,
): number {
  const keys = new Set(original.children.map(keyOf).filter((key) => key !== undefined))
  const shares = (node: Node): boolean => keys.has(keyOf(node) ?? '')
  const own = nodes.findIndex((node) => isGroup(node) && node.children.some(shares))
  if (own < 0 && nodes.some(shares)) return nodes.findLastIndex(shares) // Translated, but not marked.
  const children = align(original.children, own < 0 ? [] : (nodes[own] as Blockquote).children, missing)
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
  missing: Missing[],
  after: number,
): number {
  const leadIndex = leadKey === undefined ? -1 : nodes.findIndex((node) => keyOf(node) === leadKey)
  if (leadIndex < 0) return after
  const list = nodes[leadIndex + 1]
  const children = list?.type === 'list' ? list.children : []
  const items = [...children]
  const present = new Map(items.map((item) => [itemKey(item), item]))
  let place = -1
  for (const item of original.children) {
    const key = itemKey(item)
    if (key === undefined) continue
    if (present.has(key)) {
      place = items.findIndex((candidate) => itemKey(candidate) === key)
      const own = items[place]
      if (own)
        items[place] = {...own, children: align(item.children, own.children, missing) as typeof own.children}
      continue
    }
    items.splice(place + 1, 0, {
      type: 'listItem',
      spread: false,
      children: align(item.children, [], missing) as typeof item.children, // With the list under it.
    })
    place += 1
  }
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

/** By what a unit is told: its words, those of the caption of a picture or else what it shows, or how it is typed. */
function wordsOf(node: RootContent): string {
  if (node.type !== 'containerDirective' || node.name !== 'picture')
    return firstWords(node) || directiveOf(node)
  const {label, shown} = partsOf(node)
  return (label && firstWords(label)) || shown?.alt || ''
}

function partsOf({children}: ContainerDirective): {label: Paragraph | undefined; shown: Image | undefined} {
  const label = children.find(({data}) => data && 'directiveLabel' in data) as Paragraph | undefined
  return {label, shown: children.map((child) => pictureIn(child)).find((image) => image !== undefined)}
}

/** A block directive as it is typed; nothing for any other node. */
function directiveOf(node: Node): string {
  if (node.type !== 'leafDirective') return ''
  const {name, attributes} = node as {name?: string; attributes?: Record<string, string>}
  const given = Object.entries(attributes ?? {}).map(([key, value]) => `${key}=${value}`)
  return `::${name}${given.length > 0 ? `{${given.join(' ')}}` : ''}`
}

function notesOf(node: Node): FootnoteReference[] {
  const references: FootnoteReference[] = []
  visit(node, 'footnoteReference', (reference) => void references.push(reference))
  return references
}

function standIn(node: RootContent, key: string): RootContent {
  if (node.type === 'paragraph' || node.type === 'heading') {
    const missingChange = changeOf(node.children)
    const data: Data = {...node.data, missingUnit: firstWords(node) || key, missingChange}
    // A lead that introduces a list keeps its colon, so that the list below still belongs to it.
    // Its notes stay, so that the numbers of the others are right.
    return {...node, children: notesOf(node), data} as RootContent
  }
  if (node.type === 'containerDirective' && node.name === 'picture') return pictureStandIn(node, key)
  if (node.type === 'containerDirective' && node.name === 'table') {
    const [label, ...rest] = node.children
    if (!label) return node
    const data: Data = {...label.data, missingUnit: firstWords(label) || key}
    return {...node, children: [{...label, data} as typeof label, ...rest]}
  }
  if (node.type === 'footnoteDefinition') return {...node, children: []}
  return node
}

/** The picture of the original, with a mark for all that is told of it. */
function pictureStandIn(node: ContainerDirective, key: string): RootContent {
  const {label} = partsOf(node)
  const own: Paragraph = {
    type: 'paragraph',
    // Its notes stay, as those of a paragraph.
    children: label ? notesOf(label) : [],
    data: {...label?.data, directiveLabel: true, missingUnit: wordsOf(node)} as NonNullable<
      Paragraph['data']
    >,
  }
  const others = node.children.filter((child) => child !== label)
  const under = others.map((child) => (pictureIn(child) ? child : (standIn(child, key) as BlockContent)))
  return {...node, children: [own, ...under]}
}
