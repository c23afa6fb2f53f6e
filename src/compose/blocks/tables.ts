import type {AlignType, TableCell, TableRow} from 'mdast'
import type {CaptionedTable, InlineNode} from '../../tree/index.ts'

/** A column of a generated table: its name in ids, its heading, its relative width. */
export interface Column {
  id: string
  heading: InlineNode[]
  width: number
  align?: AlignType
}

/** A row of a generated table: its name in ids, and its cells in the order of the columns. */
export interface Row {
  id: string
  cells: InlineNode[][]
}

/**
 * A table made from facts, every cell with its unit: table, row and column.
 *
 * @param unit  id of the table
 */
export function factTable(
  unit: string,
  caption: InlineNode[],
  columns: readonly Column[],
  rows: readonly Row[],
): CaptionedTable {
  const header: TableRow = {
    type: 'tableRow',
    children: columns.map(
      (column): TableCell => ({
        type: 'tableCell',
        unit: `${unit}.heading.${column.id}`,
        children: column.heading,
      }),
    ),
  }
  const body = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.cells.map(
        (children, index): TableCell => ({
          type: 'tableCell',
          unit: `${unit}.${row.id}.${columns[index]?.id}`,
          children,
        }),
      ),
    }),
  )
  return {
    type: 'captionedTable',
    unit,
    widths: columns.map((column) => column.width),
    children: [
      {type: 'tableCaption', unit: `${unit}.caption`, children: caption},
      {type: 'table', align: columns.map((column) => column.align ?? null), children: [header, ...body]},
    ],
  }
}
