import type {AlignType, TableCell, TableRow} from 'mdast'
import type {CaptionedTable, InlineNode} from '../../tree/index.ts'
import {capitalized} from '../capitals.ts'
import type {Context} from '../context.ts'
import {openLabel} from '../open-labels.ts'

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

/** Why there is no table, in the author's words. */
export interface Refusal {
  ruleId: string
  reason: string
}

/** The tables of one name as a viewpoint sees them. */
export type Tables = (context: Context) => CaptionedTable[] | Refusal

/**
 * A table made from facts, every cell with its unit (table, row and column) and beginning with a capital.
 *
 * @param name  id of the table, before which that of its subject stands where there are several
 */
export function factTable(
  context: Context,
  name: string,
  caption: InlineNode[],
  columns: readonly Column[],
  rows: readonly Row[],
): CaptionedTable {
  const unit = `${context.idPrefix}${name}`
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
          children: capitalized(context, children),
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

/** Columns with their headings from the labels, in the order given, each with its relative width. */
export function columnsOf(context: Context, widths: Record<string, number>): Column[] {
  return Object.entries(widths).map(([id, width]) => ({
    id,
    heading: openLabel(context, 'columns', id),
    width,
  }))
}

/** A row of sums: every cell in bold. */
export function totalRow(id: string, cells: readonly InlineNode[][]): Row {
  return {id, cells: cells.map((nodes) => [{type: 'strong', children: nodes}])}
}

/** Columns with the given ones at the right, as numbers stand. */
export function alignedRight(columns: readonly Column[], ids: readonly string[]): Column[] {
  return columns.map((column) => (ids.includes(column.id) ? {...column, align: 'right' as const} : column))
}
