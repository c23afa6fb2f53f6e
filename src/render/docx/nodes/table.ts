import {type FileChild, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType} from 'docx'
import type {Table as MdastTable} from 'mdast'
import {
  alignOfCell,
  blocksOf,
  type CaptionedTable,
  gridOf,
  type InlineNode,
  isGroupRow,
  type PlacedCell,
  partsOfTable,
} from '../../../tree/index.ts'
import type {Builder, BuilderContext} from '../types.ts'
import {captionParagraph} from './caption.ts'
import {paragraph} from './paragraph.ts'
import {columnWidths, heightOf, sumOf} from './table-measures.ts'

/**
 * Caption paragraph and table: fixed widths, the rows of the head repeated on every page, no row split between pages,
 * cells that take several columns or rows as Word has them (`gridSpan`, `vMerge`).
 */
export const captionedTable: Builder = (node: CaptionedTable, context) => {
  const {caption, table, under} = partsOfTable(node)
  const rows = gridOf(table)
  const widths = columnWidths(node, rows, context.house.textWidth)
  const isKept = heightOf(rows, widths) < context.house.textHeight * keptShare
  const {headRows = 1, headColumns = 1} = node
  return [
    ...(caption ? [captionParagraph(caption, context)] : []),
    new Table({
      width: {size: sumOf(widths), type: WidthType.DXA},
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      rows: rows.map((cells, index) => {
        const isHeader = index < headRows
        const isGroup = headColumns > 0 && isGroupRow(cells, widths.length)
        // Each row of a table that is not to be broken stays with the next, the rows of a head with one another, what
        // heads a group with its first row, and the last one with what stands under the table.
        const isLast = index === rows.length - 1
        const keepNext = (isKept || (isHeader && headRows > 1) || isGroup) && !(isLast && under.length === 0)
        return tableRow(cells, {table, widths, isHeader, isGroup, keepNext}, context)
      }),
    }),
    ...under.map((one) => paragraph({...one, children: one.children[0].children}, context)),
    // Word joins two tables without a paragraph between them, and a table may not end a section.
    paragraph({style: 'table-text', children: []}, context),
  ] as FileChild[]
}

interface RowForm {
  table: MdastTable
  widths: readonly number[]
  isHeader: boolean
  /** Whether it heads the rows under it. */
  isGroup: boolean
  keepNext: boolean
}

function tableRow(cells: readonly PlacedCell[], form: RowForm, context: BuilderContext): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(form.isHeader ? {tableHeader: true} : {}),
    children: cells.map((placed) => {
      const {column, across, down} = placed
      return new TableCell({
        width: {size: sumOf(form.widths.slice(column, column + across)), type: WidthType.DXA},
        ...(across > 1 ? {columnSpan: across} : {}),
        ...(down > 1 ? {rowSpan: down} : {}),
        children: paragraphsOf(placed, form, context),
      })
    }),
  })
}

function paragraphsOf(
  placed: PlacedCell,
  {table, isHeader, isGroup, keepNext}: RowForm,
  context: BuilderContext,
): Paragraph[] {
  const {cell} = placed
  const align = alignOfCell(placed, table, isHeader)
  const style = isHeader || isGroup ? 'table-heading' : 'table-text'
  const own = (unit: string | undefined, children: readonly InlineNode[]): Paragraph =>
    paragraph({style, unit, children, keepNext, align}, context)
  if (cell.type === 'tableCell') return [own(cell.unit, cell.children)]
  const {house} = context
  const kept = keepNext ? {...context, house: {...house, keepsNext: true}} : context
  return blocksOf(cell).flatMap((block) =>
    block.type === 'clause'
      ? [own(block.unit, block.children[0].children)]
      : (context.render([block], kept) as unknown[] as Paragraph[]),
  )
}

// A table that fills more of a page than this may be broken between its rows. Kept whole, it would leave too much of the
// page before it empty.
const keptShare = 0.5
