import type {List, ListItem, Nodes, Parents} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {MarkdownSource} from '../../load/index.ts'
import {type Asking, printedBlocks} from '../../resolve/index.ts'
import {conditionLine, holdsPivot} from '../../tree/index.ts'
import {passageOf} from './passage.ts'
import type {Passage, Role, Unled, WordsItem, WordsList} from './types.ts'
import {unledParagraphs} from './unled.ts'

/**
 * Passages and lists of a Markdown file without its front matter; apart from them those of its quotations, whose words
 * are not the author's.
 *
 * @param source  a file that has been validated
 * @param isAmended  whether it is a text as adopted with changes that are proposed
 * @param plan  the document on whose day it is told what is printed: lists are those that its reader sees, while the
 *   words that depend on other facts are looked at all the same
 * @returns each in the order of the text
 */
export function markdownWords(
  source: MarkdownSource,
  isAmended: boolean,
  plan: Asking,
): {passages: Passage[]; lists: WordsList[]; unled: Unled[]; adopted: Passage[]} {
  const text = String(source.file)
  const printed = printedBlocks(source.tree.children, plan)
  const passages: Passage[] = []
  const lists: WordsList[] = []
  const adopted: Passage[] = []
  const add = (node: Parents, role: Role): Passage | undefined => {
    const passage = passageOf(node, text, role, isAmended)
    if (passage) passages.push(passage)
    return passage
  }
  const addQuoted = (nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      const passage = node.type === 'paragraph' ? passageOf(node, text, 'paragraph') : undefined
      if (passage) adopted.push(passage)
      else if ('children' in node) addQuoted(node.children as Nodes[])
    }
  }
  const takeList = (list: List, isInClause: boolean, isContinued: boolean): WordsList => {
    const items = list.children.flatMap((item: ListItem): WordsItem[] => {
      const [lead, ...below] = item.children
      const passage = lead?.type === 'paragraph' ? add(lead, 'item') : undefined
      const quotations = below.filter(({type}) => type === 'blockquote')
      addQuoted(quotations)
      let under: WordsList | undefined
      let ending: Passage | undefined
      for (const [at, node] of below.entries()) {
        ending = node.type === 'paragraph' ? add(node, 'paragraph') : undefined
        if (node.type === 'list') under = takeList(node, isInClause, below[at + 1]?.type === 'paragraph')
      }
      if (!passage) return []
      // Of an item that has lost the list under it is said elsewhere.
      const isLeftAlone = printed.leftAlone.some(({block}) => block === lead)
      const hasQuotation = quotations.length > 0 || isLeftAlone ? {hasQuotation: true as const} : {}
      // Of a struck item nothing is an item of the text that is accepted, even if a mark of it is left.
      if (!/[\p{L}\p{N}\uFFFC]/u.test(passage.text)) return []
      return [{passage, ...(under ? {list: under} : {}), ...hasQuotation, ...(ending ? {ending} : {})}]
    })
    const hasStruck = items.length < list.children.length ? {hasStruck: true as const} : {}
    const {droppedItems} = list.data ?? {}
    const dropped = droppedItems ? {dropped: conditionLine(droppedItems)} : {}
    return {items, isInClause, ...hasStruck, ...(isContinued ? {isContinued} : {}), ...dropped}
  }
  const isResolution = printed.nodes.some(holdsPivot)
  const walk = (nodes: readonly Nodes[], role: Role): void => {
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'blockquote') addQuoted([node])
      else if (node.type === 'heading') add(node, 'heading')
      else if (node.type === 'paragraph') add(node, isCaption(node) ? 'caption' : role)
      else if (node.type === 'blockCell' || isTable(node)) walk(node.children as Nodes[], 'cell')
      // What is listed in a cell is short, and ends as cells do.
      else if (node.type === 'list' && role === 'cell') walk(node.children, 'cell')
      else if (node.type === 'list') lists.push(takeList(node, isResolution, goesOn(nodes[index + 1])))
      else if (node.type === 'tableCell') add(node, 'cell')
      else if (node.type === 'footnoteDefinition') walk(node.children, 'note')
      else if ('children' in node) walk(node.children as Nodes[], role)
    }
  }
  walk(printed.nodes, 'paragraph')
  // Their lists are looked at once they are printed: what they end with depends on what stands around them then.
  const shown = [...lists]
  walk(printed.dropped, 'paragraph')
  // Of a text as adopted only what is changed is the author's.
  const unled = isAmended ? [] : unledParagraphs(printed, (node) => passageOf(node, text, 'paragraph'))
  return {passages, lists: shown, unled, adopted}
}

/** Whether a block goes on with the sentence of the list before it. */
function goesOn(node: Nodes | undefined): boolean {
  return node?.data?.goesOn === true || (node?.type === 'containerDirective' && node.name === 'unnumbered')
}

/** The block of a table: its caption, its rows or a list that was to be rows, and what stands under them. */
function isTable(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'table'
}

function isCaption(node: Nodes): boolean {
  return node.data !== undefined && 'directiveLabel' in node.data
}
