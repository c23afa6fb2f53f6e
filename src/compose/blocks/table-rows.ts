import type {List, Paragraph, RowContent, TableCell, TableRow} from 'mdast'
import type {
  BlockCell,
  Clause,
  InlineNode,
  ProvisionList,
  WrittenCell,
  WrittenGrid,
} from '../../tree/index.ts'
import {listInCell} from './lists.ts'
import {markedWords, type PartContext, unitOf} from './part-context.ts'
import type {TableNames} from './table-names.ts'

/** The table to which cells belong. */
interface Of {
  unit: string
  names: TableNames
}

/** The rows of a table as a reader sees them: without the cells that others cover, each with its unit. */
export function tableRows({rows}: WrittenGrid, of: Of, part: PartContext): TableRow[] {
  return rows.map(
    (cells): TableRow => ({
      type: 'tableRow',
      children: cells.filter(({coveredBy}) => !coveredBy).map((cell) => cellOf(cell, of, part)),
    }),
  )
}

function cellOf({cell, row, column}: WrittenCell, {unit, names}: Of, part: PartContext): RowContent {
  const id = `${unit}.${names.rows[row]}.${names.columns[column]}`
  const own = {
    ...(cell.data?.merged ? {data: {merged: cell.data.merged}} : {}),
    ...(cell.position ? {position: cell.position} : {}),
  }
  if (cell.type === 'blockCell') return {...blockCell(cell, id, part), ...own}
  return {
    type: 'tableCell',
    unit: id,
    children: markedWords(part, cell, false) as InlineNode[] as TableCell['children'],
    ...own,
  }
}

/** The first paragraph of a cell is the cell's own unit, the others have the ids that their author gave them. */
function blockCell(cell: BlockCell, id: string, part: PartContext): BlockCell {
  const blocks = cell.children.map((block, index): Clause | ProvisionList =>
    block.type === 'list'
      ? listInCell(block as List, `${id}.${index}`, part)
      : clauseInTable(block as Paragraph, index === 0 ? id : unitOf(block), part),
  )
  return {type: 'blockCell', children: blocks as unknown[] as BlockCell['children']}
}

/** A paragraph of a cell, or one right under a table. */
export function clauseInTable(paragraph: Paragraph, unit: string | undefined, part: PartContext): Clause {
  return {
    type: 'clause',
    style: 'table-text',
    unit,
    children: [{type: 'leadParagraph', children: markedWords(part, paragraph, false)}],
    ...(paragraph.position ? {position: paragraph.position} : {}),
  }
}
