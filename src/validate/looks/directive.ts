import type {Node, Text} from 'mdast'
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive'
import {quote} from '../../message/index.ts'
import {groupDirectives, isConditional} from '../../tree/index.ts'
import {lookAtDirective} from '../directive-findings.ts'
import {lookAtConditional} from './conditional.ts'
import {lookAtPicture} from './picture.ts'
import type {Look} from './types.ts'

const amendments = new Set(['ins', 'del'])
/** What merges cells is taken off them by `load`; what is left stands where it means nothing. */
const merges = new Set(['across', 'down'])

/** A directive inside a sentence has one of the forms there are, and words are struck or new, not both. */
export const textDirective: Look<TextDirective> = (node, ancestors, {say, forms}) => {
  const isAmendment = (other: Node): other is TextDirective =>
    other.type === 'textDirective' && amendments.has((other as TextDirective).name)
  const around = isAmendment(node) ? ancestors.find(isAmendment) : undefined
  const next = ancestors.at(-1)?.children.find((_other, index, all) => all[index - 1] === node)
  if (merges.has(node.name))
    say(
      node,
      'table-merge',
      `“:${node.name}[…]” stands at the beginning of a cell of a table, with the number of ${node.name === 'across' ? 'columns' : 'rows'} that the cell takes, such as “:${node.name}[2]”. Write it there, once in a cell, or delete it.`,
    )
  else if (around) {
    say(
      node,
      'directive-place',
      `“:${node.name}[…]” stands inside “:${around.name}[…]”. Words are struck or new: write them one behind the other, such as “:del[old words] :ins[new words]”.`,
    )
  } else if (forms.inText.get(node.name)?.label === 'required' && isOpen(node, next)) {
    const words = quote(`:${node.name}[`)
    say(node, 'directive-form', `${words} has no “]” at its end. Write “]” behind the last of its words.`)
  } else lookAtDirective(node, forms, say)
}

/** Whether its words have their bracket before them and none behind them, so that they are no words of its. */
function isOpen({children}: TextDirective, next: Node | undefined): boolean {
  return children.length === 0 && next?.type === 'text' && (next as Text).value.startsWith('[')
}

/** So has one that is a block of its own; it stands in no list and no quotation, but for words under a condition. */
export const blockDirective: Look<LeafDirective | ContainerDirective> = (node, ancestors, report) => {
  if (isConditional(node)) lookAtConditional(node, ancestors, report)
  else lookAtBlock(node, ancestors, report)
}

const lookAtBlock: Look<LeafDirective | ContainerDirective> = (node, ancestors, report) => {
  const {say, forms} = report
  const isEmpty =
    node.type === 'containerDirective' && groupDirectives.has(node.name) && node.children.length === 0
  const colons = node.type === 'leafDirective' ? '::' : ':::'
  const around = ancestors.findLast(({type}) => type === 'list' || type === 'blockquote')
  if (around) {
    const [what, how] =
      around.type === 'list' ? ['list', 'not indented'] : ['quotation', 'without the “>” before it']
    say(
      node,
      'directive-place',
      `“${colons}${node.name}” stands inside a ${what}. Give it a line of its own, ${how}, after the paragraph.`,
    )
  } else if (isEmpty)
    say(
      node,
      'directive-form',
      `Nothing stands between “${colons}${node.name}” and “:::”. Write the paragraphs there, or delete both lines.`,
    )
  if (node.type === 'containerDirective' && node.name === 'picture') lookAtPicture(node, report)
  lookAtDirective(node, forms, say)
}
