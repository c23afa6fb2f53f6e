import type {Table} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {tableSizeFault} from '../size.ts'
import {headFindings} from './table-heads.ts'
import {mergeFindings} from './table-merges.ts'
import {rowFindings} from './table-rows.ts'
import type {Look} from './types.ts'

/**
 * A table stands in a block that names it, is not too large, has the same number of cells in every row, and no cell that
 * reaches out of it or over another.
 */
export const table: Look<Table> = (node, ancestors, {say}) => {
  const directive = ancestors.findLast(
    (above): above is ContainerDirective => above.type === 'containerDirective' && above.name === 'table',
  )
  if (!directive)
    say(
      node,
      'table-caption',
      'This table has no caption. Write a line “:::table[Caption]{id=short-name}” before it and a line “:::” after it.',
    )
  const size = tableSizeFault(node)
  if (size) {
    say(node, size.ruleId, size.reason)
    return
  }
  rowFindings(node, say)
  mergeFindings(node, say)
  if (directive) headFindings(node, directive, say)
}
