import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive'
import {isConditional} from '../../tree/index.ts'
import {lookAtDirective} from '../directive-findings.ts'
import {lookAtConditional} from './conditional.ts'
import type {Look} from './types.ts'

/** A directive inside a sentence has one of the forms there are. */
export const textDirective: Look<TextDirective> = (node, _ancestors, {say, forms}) =>
  lookAtDirective(node, forms, say)

/** So has one that is a block of its own; it stands in no list and no quotation, but for words under a condition. */
export const blockDirective: Look<LeafDirective | ContainerDirective> = (node, ancestors, report) => {
  const {say, forms} = report
  if (isConditional(node)) {
    lookAtConditional(node, ancestors, report)
    return
  }
  const colons = node.type === 'leafDirective' ? '::' : ':::'
  if (ancestors.some(({type}) => type === 'list' || type === 'blockquote'))
    say(
      node,
      'directive-place',
      `“${colons}${node.name}” stands inside a list. Give it a line of its own, not indented, after the paragraph.`,
    )
  lookAtDirective(node, forms, say)
}
