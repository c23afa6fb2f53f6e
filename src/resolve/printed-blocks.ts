import type {List, Nodes, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {goesOnAfter} from '../load/index.ts'
import {addAll} from '../message/index.ts'
import {introduced, introduces, isConditional, visit} from '../tree/index.ts'
import {type Asking, isPrinted} from './words-conditions.ts'

/** A block that is left with nothing of what it was to introduce, since that is not printed. */
export interface LeftAlone {
  /** A paragraph that ends with a colon, or a heading. */
  block: RootContent
  /** The words that are not printed. */
  dropped: ContainerDirective
}

/** What of a source tree is printed as the facts stand. */
export interface Printed {
  nodes: RootContent[]
  /** Words that are not printed, each with the whole block that they stand in. */
  dropped: ContainerDirective[]
  leftAlone: LeftAlone[]
}

declare module 'unist' {
  interface Data {
    /** Of a list: that items of it are not printed as the facts stand, and what they stand in. */
    droppedItems?: ContainerDirective
    /** Of a list: that the words before it are not printed, one of which may introduce it. */
    droppedLead?: ContainerDirective
  }
}

/**
 * The blocks of a file as they are printed on the day of its document: what stands in `:::when{…}` takes the place of
 * these lines or is left out. A list goes on with the one before the lines. Nodes that hold no such lines stay what they
 * are; notes and addresses of links stay too, whatever holds, since words elsewhere may need them.
 *
 * @param nodes  top-level nodes of a source tree
 * @param plan  the document, on whose day the conditions are asked
 */
export function printedBlocks(nodes: readonly RootContent[], plan: Asking): Printed {
  const printed: Printed = {nodes: [...nodes], dropped: [], leftAlone: []}
  if (!nodes.some(holdsConditional)) return printed
  const kept: RootContent[] = []
  const blocks = blocksOf(nodes, {plan, printed, kept})
  printed.nodes = [...blocks, ...kept]
  return printed
}

/** Whether a block is made of conditional words, or holds some. */
function holdsConditional(node: Nodes): boolean {
  if (isConditional(node)) return true
  return mayHold(node) && (node.children as Nodes[]).some(holdsConditional)
}

function mayHold(node: Nodes): node is Extract<Nodes, {children: unknown}> {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'containerDirective'
}

/** What the walk gathers; `kept` are notes and addresses, taken out of the lines around them. */
interface Walk {
  plan: Asking
  printed: Printed
  kept: RootContent[]
}

function blocksOf(nodes: readonly RootContent[], walk: Walk): RootContent[] {
  const blocks: RootContent[] = []
  let isSeam = false
  let gone: ContainerDirective | undefined
  /** Words that are no items: a list after them does not go on with the one before them. */
  let other: ContainerDirective | undefined
  const add = (node: RootContent): void => {
    const last = blocks.at(-1)
    const isSame = isSeam && !other && node.type === 'list' && last?.type === 'list'
    if (isSame) blocks.splice(-1, 1, marked(joined(last, node), gone))
    else {
      lookAtLast(last, node, gone, walk)
      blocks.push(node.type === 'list' ? (other ? withoutLead(node, other) : marked(node, gone)) : node)
    }
    isSeam = false
    gone = undefined
    other = undefined
  }
  for (const node of nodes) {
    if (!isConditional(node)) {
      const own = within(node, walk)
      if (own) add(own)
      else gone = walk.printed.dropped.at(-1)
      continue
    }
    isSeam = true
    const children = node.children as RootContent[]
    if (isPrinted(node, walk.plan)) {
      addAll(walk.kept, children.filter(isKept))
      for (const own of blocksOf(
        children.filter((child) => !isKept(child)),
        walk,
      ))
        add(own)
      isSeam = true
    } else {
      walk.printed.dropped.push(node)
      visit(node, ['footnoteDefinition', 'definition'], (note) => void walk.kept.push(note))
      gone = node
      if (!areItems(node)) other = node
    }
  }
  const last = blocks.at(-1)
  lookAtLast(last, undefined, gone, walk)
  if (last?.type === 'list') blocks.splice(-1, 1, marked(last, gone))
  return blocks.map((block, index) => goingOn(block, blocks[index - 1]))
}

/** Whether a paragraph goes on with a list depends on what is printed before it. */
function goingOn(block: RootContent, before: RootContent | undefined): RootContent {
  const goesOn = goesOnAfter(before, block)
  if (block.type !== 'paragraph' || goesOn === (block.data?.goesOn === true)) return block
  const {goesOn: _typed, ...data} = block.data ?? {}
  return {...block, data: goesOn ? {...data, goesOn: true as const} : data}
}

function isKept({type}: Nodes): boolean {
  return type === 'footnoteDefinition' || type === 'definition'
}

/** A block with what is printed of the blocks in it; nothing where an example has lost all that it held. */
function within(node: RootContent, walk: Walk): RootContent | undefined {
  if (!mayHold(node) || !holdsConditional(node)) return node
  if (node.type === 'list') {
    const items = node.children.map((item) => ({
      ...item,
      children: blocksOf(item.children, walk) as typeof item.children,
    }))
    return {...node, children: items}
  }
  const children = blocksOf(node.children as RootContent[], walk)
  return children.length > 0 ? ({...node, children} as RootContent) : undefined
}

/** Two lists as one, in whose place both stand. */
function joined(list: List, other: List): List {
  const position =
    list.position && other.position ? {position: {start: list.position.start, end: other.position.end}} : {}
  return {...list, ...position, children: [...list.children, ...other.children]}
}

/** Whether words under a condition are items of a list and nothing else. */
function areItems(node: ContainerDirective): boolean {
  return node.children.every((child) => child.type === 'list' || (isConditional(child) && areItems(child)))
}

function withoutLead(list: List, droppedLead: ContainerDirective): List {
  return {...list, data: {...list.data, droppedLead}}
}

function marked(list: List, gone: ContainerDirective | undefined): List {
  return gone && areItems(gone) ? {...list, data: {...list.data, droppedItems: gone}} : list
}

/** Whether a block has lost what it was to introduce: the list under its colon, or all that stood under a heading. */
function lookAtLast(
  last: RootContent | undefined,
  next: RootContent | undefined,
  dropped: ContainerDirective | undefined,
  {printed}: Walk,
): void {
  if (!last || !dropped) return
  const isLead = last.type === 'paragraph' && introduces(last) && !(next && introduced.includes(next.type))
  const isHeading =
    last.type === 'heading' && (!next || (next.type === 'heading' && next.depth <= last.depth))
  if (isLead || isHeading) printed.leftAlone.push({block: last, dropped})
}
