import type {Table} from 'mdast'
import {tableSizeFault} from '../size.ts'
import type {Look} from './types.ts'

/** A table stands in a block that gives its caption, is not too large and has the same number of cells in every row. */
export const table: Look<Table> = (node, ancestors, {say}) => {
  const isInTable = ancestors.some((above) => above.type === 'containerDirective' && above.name === 'table')
  if (!isInTable)
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
  const columns = node.children[0]?.children.length ?? 0
  for (const row of node.children) {
    const cells = row.children.length
    if (cells === columns) continue
    say(
      row,
      'table-cells',
      `This row has ${cells} cell${cells === 1 ? '' : 's'} and the first row ${columns}. Give every row the same number, separated by |.`,
    )
  }
}
