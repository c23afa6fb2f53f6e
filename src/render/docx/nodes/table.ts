import {type FileChild, Table, TableCell, TableLayoutType, TableRow, WidthType} from 'docx'
import type {TableRow as MdastRow, Table as MdastTable} from 'mdast'
import type {CaptionedTable} from '../../../tree/index.ts'
import type {Builder, BuilderContext} from '../types.ts'
import {paragraph} from './paragraph.ts'

const rowsKeptTogether = 15 // More may be longer than a page.

/** Caption paragraph and table: fixed widths, the first row repeated on every page, no row split between pages. */
export const captionedTable: Builder = (node: CaptionedTable, context) => {
  const [caption, table] = node.children
  const widths = columnWidths(node.widths, context.house.textWidth)
  return [
    paragraph({style: 'caption', unit: caption.unit, children: caption.children}, context),
    new Table({
      width: {size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA},
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      rows: (table as MdastTable).children.map((row, index) =>
        tableRow(row, index, table as MdastTable, widths, context),
      ),
    }),
    // Word joins two tables without a paragraph between them, and a table may not end a section.
    paragraph({style: 'table-text', children: []}, context),
  ] as FileChild[]
}

function tableRow(
  row: MdastRow,
  index: number,
  table: MdastTable,
  widths: readonly number[],
  context: BuilderContext,
): TableRow {
  const isHeader = index === 0
  // A table that fits on a page is not broken: each row stays with the next.
  const keepNext = table.children.length <= rowsKeptTogether && index < table.children.length - 1
  return new TableRow({
    cantSplit: true,
    ...(isHeader ? {tableHeader: true} : {}),
    children: row.children.map(
      (cell, column) =>
        new TableCell({
          width: {size: widths[column] ?? 0, type: WidthType.DXA},
          children: [
            paragraph(
              {
                style: isHeader ? 'table-heading' : 'table-text',
                unit: cell.unit,
                children: cell.children,
                keepNext,
                isRightAligned: table.align?.[column] === 'right',
              },
              context,
            ),
          ],
        }),
    ),
  })
}

/** Whole twips in the given proportions that add up to the width of the text. */
function columnWidths(proportions: readonly number[], totalTwips: number): number[] {
  const sum = proportions.reduce((total, proportion) => total + proportion, 0)
  const widths = proportions.map((proportion) => Math.floor((proportion / sum) * totalTwips))
  const used = widths.reduce((total, width) => total + width, 0)
  widths[widths.length - 1] = (widths.at(-1) ?? 0) + totalTwips - used
  return widths
}
