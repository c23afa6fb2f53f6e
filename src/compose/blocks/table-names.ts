import type {RowContent} from 'mdast'
import {error, quote} from '../../message/index.ts'
import type {WrittenCell, WrittenGrid} from '../../tree/index.ts'
import {type PartContext, placeOf} from './part-context.ts'

/** Names of the rows and columns of a table, of which ids of cells are made. */
export interface TableNames {
  rows: string[]
  columns: string[]
}

/**
 * Names from the ids that an author gave to cells: the first id in the head of a column names the column, the first one in
 * a row under the head the row. The rows of the head are called heading, heading-2, …; what has no id is counted.
 *
 * Two of one name are an error: their cells would have one id.
 */
export function namesOf({rows, columns}: WrittenGrid, headRows: number, part: PartContext): TableNames {
  const heads = rows.slice(0, Math.max(1, headRows))
  const columnCells = Array.from({length: columns}, (_, column) =>
    heads.map((cells) => cells[column]).find((cell) => idOf(cell) !== undefined),
  )
  const naming = new Set(columnCells)
  const rowCells = rows.map((cells, index) =>
    index === 0 ? undefined : cells.find((cell) => idOf(cell) !== undefined && !naming.has(cell)),
  )
  const names = {
    columns: columnCells.map((cell, index) => idOf(cell) ?? `column-${index + 1}`),
    rows: rowCells.map((cell, index) => idOf(cell) ?? rowName(index, headRows)),
  }
  reportTwice(part, 'column', names.columns, columnCells)
  reportTwice(part, 'row', names.rows, rowCells)
  return names
}

function idOf(placed: WrittenCell | undefined): string | undefined {
  return placed && markOf(placed.cell)?.id
}

/** The id of a cell: of one that holds blocks that of its first paragraph. */
export function markOf(cell: RowContent): {id: string} | undefined {
  if (cell.type === 'tableCell') return cell.data?.unitMark
  const [first] = cell.children
  return first?.type === 'paragraph' ? first.data?.unitMark : undefined
}

function rowName(index: number, headRows: number): string {
  if (index === 0) return 'heading'
  return index < headRows ? `heading-${index + 1}` : `row-${index}`
}

function reportTwice(
  part: PartContext,
  what: 'row' | 'column',
  names: readonly string[],
  cells: readonly (WrittenCell | undefined)[],
): void {
  for (const [index, name] of names.entries()) {
    const placed = cells[index]
    if (!placed || names.indexOf(name) === index) continue
    part.context.messages.push(
      error(`The ${what} ${quote(`^${name}`)} occurs twice in this table. Give one of them another id.`, {
        path: part.path,
        ruleId: 'unit-twice',
        place: placeOf(placed.cell),
        language: part.context.language.code,
      }),
    )
  }
}
