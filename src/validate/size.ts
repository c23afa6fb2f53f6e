import type {Node, Parent, Table} from 'mdast'
import {caps} from '../load/index.ts'
import {largest} from '../message/index.ts'

/** What is too large: words and rule. */
export interface SizeFault {
  ruleId: string
  reason: string
}

/**
 * The node at which a tree, of a source or a finished one, becomes too large or too deep. Everything that walks a tree
 * goes as deep as the tree.
 *
 * @returns undefined where the tree may be walked
 */
export function sizeFault(tree: Node): (SizeFault & {node: Node}) | undefined {
  const {elements, elementDepth} = caps
  let count = 0
  let level: Node[] = [tree]
  // Level by level: a walk that goes into the depth is what a tree too deep would overflow.
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length
    const [node = tree] = level
    if (depth > elementDepth.most)
      return {
        node,
        ruleId: elementDepth.rule,
        reason: `Marks stand inside one another more than ${elementDepth.most} deep. Take some out.`,
      }
    if (count > elements.most)
      return {
        node: tree,
        ruleId: elements.rule,
        reason: `There are more than ${elements.most} pieces of text here. Split them up.`,
      }
    level = level.flatMap((parent) => ('children' in parent ? (parent as Parent).children : []))
  }
  return undefined
}

/** Whether a table is larger than Word or a page can hold. */
export function tableSizeFault({children: rows}: Table): SizeFault | undefined {
  const {tableColumns, tableRows, tableCells} = caps
  const columns = largest(rows.map((row) => row.children.length))
  if (columns > tableColumns.most)
    return {
      ruleId: tableColumns.rule,
      reason: `This table has ${columns} columns. Word has at most ${tableColumns.most}: make two tables.`,
    }
  if (rows.length > tableRows.most || rows.length * columns > tableCells.most)
    return {
      ruleId: tableRows.rule,
      reason: `This table has ${rows.length} rows of ${columns} cells. Make several of at most ${tableRows.most} rows and ${tableCells.most} cells.`,
    }
  return undefined
}
