import type {List, ListItem, Parents} from 'mdast'
import {quote} from '../../message/index.ts'
import {isConditional} from '../../tree/index.ts'
import type {Say} from '../say.ts'
import type {Look} from './types.ts'

const levelsOfLetters = 3 // a) i) A.; a fourth has no label

/**
 * A list is ordered, and no deeper than there are letters for; the first that is too deep says so. Its items stand
 * under one another, and one that has a list under it introduces it.
 */
export const list: Look<List> = (node, ancestors, {say}) => {
  if (isInTableBlock(ancestors)) {
    if (ancestors.at(-1)?.type === 'containerDirective') rowFinding(node, say)
    return
  }
  // A quotation has letters of its own.
  const above = ancestors.slice(ancestors.findLastIndex(({type}) => type === 'blockquote') + 1)
  const depth = above.filter(({type}) => type === 'list').length + 1
  if (depth === levelsOfLetters + 1)
    say(
      node,
      'list-depth',
      'This list is the fourth level. There are labels for three: a), i) and A. Move it up, or make it a paragraph.',
    )
  if (depth <= levelsOfLetters && !node.ordered)
    say(
      node,
      'list-bullet',
      'Bullets are not used in these documents. Begin each item with “1. ”; the build prints a), b), c).',
    )
  indentFinding(node, say)
  if (depth < levelsOfLetters) for (const item of node.children) leadFinding(item, say)
}

/** Whether a list stands between the lines of a table as what was to be its rows, and not in a cell of it. */
function isInTableBlock(ancestors: readonly Parents[]): boolean {
  const at = ancestors.findLastIndex(({type}) => type === 'table' || type === 'containerDirective')
  const block = ancestors[at]
  return block?.type === 'containerDirective' && block.name === 'table'
}

/** The first item that is no row: it holds words of its own, or more than its cells. */
function rowFinding(node: List, say: Say): void {
  const item = node.children.find(({children: [cells, ...more]}) => cells?.type !== 'list' || more.length > 0)
  say(
    item ?? node,
    'table-content',
    'This is no row of a table. Begin each row with “* - ” and its first cell, and each other cell of it with “- ” right under that “- ”.',
  )
}

/** The first item that stands neither under the others nor far enough to the right to be below one of them. */
function indentFinding({children: items}: List, say: Say): void {
  const [first, ...others] = items
  const off = others.find((item) => !isUnder(item, first))
  const [from, to] = [first?.position?.start.column ?? 1, off?.position?.start.column ?? 1]
  if (!off || from === to) return
  const spaces = Math.abs(to - from)
  const side = to > from ? 'right' : 'left'
  say(
    off,
    'list-indent',
    `This item begins ${spaces} space${spaces === 1 ? '' : 's'} further to the ${side} than the first item of its list, and is read as one of the same list. Put it right under the others, or indent it by three spaces more than the item that it belongs to.`,
  )
}

/** Markers or words of two items begin in the same column: “ 9. ” stands over “10. ”. */
function isUnder(item: ListItem, first: ListItem | undefined): boolean {
  const columnOfWords = (one: ListItem | undefined): number | undefined =>
    one?.children[0]?.position?.start.column
  return (
    item.position?.start.column === first?.position?.start.column ||
    columnOfWords(item) === columnOfWords(first)
  )
}

/** A list under an item whose words do not introduce it is mostly one that was indented by mistake. */
function leadFinding(item: ListItem, say: Say): void {
  const blocks = item.children.flatMap((node) => (isConditional(node) ? node.children : [node]))
  for (const [at, nested] of blocks.entries()) {
    const lead = blocks[at - 1]
    const last = lead?.type === 'paragraph' ? lead.children.at(-1) : undefined
    // A note without its text is no note, and is said elsewhere.
    const text = last?.type === 'text' ? last.value.replace(/\[\^[^\]\s]+\]\s*$/, '').trimEnd() : ''
    if (nested.type !== 'list' || text === '' || text.endsWith(':')) continue
    const words = text.split(/\s/).slice(-4).join(' ')
    say(
      nested,
      'list-lead',
      `This list stands under the item that ends with ${quote(words)}, which does not introduce it. End that item with “:”, or move the list to the left, right under it.`,
    )
  }
}
