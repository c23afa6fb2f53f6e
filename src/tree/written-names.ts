import type {RowContent} from 'mdast'
import type {WrittenCell, WrittenGrid} from './written-grid.ts'

/** Names of the rows and columns of a table as it is written, and the cells that give them. */
export interface WrittenNames {
  rows: string[]
  columns: string[]
  rowCells: (WrittenCell | undefined)[]
  columnCells: (WrittenCell | undefined)[]
}

/**
 * Names from the ids that an author gave to cells: the first id in the head of a column names the column, the first one in
 * a row under the head the row. The rows of the head are called heading, heading-2, …; what has no id is counted.
 *
 * @param headRows  how many of its first rows head columns
 */
export function writtenNames({rows, columns}: WrittenGrid, headRows: number): WrittenNames {
  const heads = rows.slice(0, Math.max(1, headRows))
  const columnCells = Array.from({length: columns}, (_, column) =>
    heads.map((cells) => cells[column]).find((cell) => idOf(cell) !== undefined),
  )
  const naming = new Set(columnCells)
  const rowCells = rows.map((cells, index) =>
    index === 0 ? undefined : cells.find((cell) => idOf(cell) !== undefined && !naming.has(cell)),
  )
  return {
    columns: columnCells.map((cell, index) => idOf(cell) ?? `column-${index + 1}`),
    rows: rowCells.map((cell, index) => idOf(cell) ?? rowName(index, headRows)),
    rowCells,
    columnCells,
  }
}

function idOf(placed: WrittenCell | undefined): string | undefined {
  return placed && markOfCell(placed.cell)?.id
}

/** The id of a cell: of one that holds blocks that of its first paragraph. */
function markOfCell(cell: RowContent): {id: string} | undefined {
  if (cell.type === 'tableCell') return cell.data?.unitMark
  const [first] = cell.children
  return first?.type === 'paragraph' ? first.data?.unitMark : undefined
}

function rowName(index: number, headRows: number): string {
  if (index === 0) return 'heading'
  return index < headRows ? `heading-${index + 1}` : `row-${index}`
}
