import {type FileChild, Table, TableCell, TableLayoutType, TableRow, WidthType} from 'docx'
import type {TableRow as MdastRow, Table as MdastTable} from 'mdast'
import {largest} from '../../../message/index.ts'
import {type CaptionedTable, toText} from '../../../tree/index.ts'
import type {Builder, BuilderContext} from '../types.ts'
import {paragraph} from './paragraph.ts'

/** Caption paragraph and table: fixed widths, the first row repeated on every page, no row split between pages. */
export const captionedTable: Builder = (node: CaptionedTable, context) => {
  const [caption, table] = node.children
  const widths = columnWidths(node.widths, context.house.textWidth)
  const isKept = heightOf(table as MdastTable, widths) < context.house.textHeight * keptShare
  return [
    paragraph({style: 'caption', unit: caption.unit, children: caption.children}, context),
    new Table({
      width: {size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA},
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      rows: (table as MdastTable).children.map((row, index) =>
        tableRow(row, index, table as MdastTable, widths, isKept, context),
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
  isKept: boolean,
  context: BuilderContext,
): TableRow {
  const isHeader = index === 0
  // Each row of a table that is not to be broken stays with the next.
  const keepNext = isKept && index < table.children.length - 1
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

// A table that fills more of a page than this may be broken between its rows. Kept whole, it would leave too much of the
// page before it empty.
const keptShare = 0.5
// Of the text of tables (9 points, templates/styles.yaml): the usual width of a letter, a line, the space around a row.
const letterTwips = 95
const lineTwips = 210
const rowTwips = 90

/** About how high a table is, in twips. */
function heightOf(table: MdastTable, widths: readonly number[]): number {
  return table.children
    .map((row) => {
      const lines = row.children.map((cell, column) =>
        Math.ceil((toText(cell).length * letterTwips) / Math.max(1, (widths[column] ?? 0) - 2 * rowTwips)),
      )
      return largest(lines, 1) * lineTwips + rowTwips
    })
    .reduce((sum, height) => sum + height, 0)
}

/** Whole twips in the given proportions that add up to the width of the text. */
function columnWidths(proportions: readonly number[], totalTwips: number): number[] {
  const sum = proportions.reduce((total, proportion) => total + proportion, 0)
  const widths = proportions.map((proportion) => Math.floor((proportion / sum) * totalTwips))
  const used = widths.reduce((total, width) => total + width, 0)
  widths[widths.length - 1] = (widths.at(-1) ?? 0) + totalTwips - used
  return widths
}
