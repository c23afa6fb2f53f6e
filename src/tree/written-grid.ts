import type {RowContent, Table} from 'mdast'
import type {PlacedCell} from './table-grid.ts'

/** A cell as its author wrote it. */
export interface WrittenCell extends PlacedCell {
  /** The cell that takes its place, where one does. */
  coveredBy?: WrittenCell
  /** The first cell over which it would reach, or that reaches where it would. */
  overlaps?: WrittenCell
}

/** A table as its author wrote it: its cells stand in their columns, those that another one covers are empty. */
export interface WrittenGrid {
  columns: number
  /** The cells of each row, in their columns; places that nobody wrote are not in it. */
  rows: WrittenCell[][]
  /** Which cell takes a place that is not its own. */
  takenBy(row: number, column: number): WrittenCell | undefined
}

/**
 * The cells of a table of a source tree with their places. It has as many columns as its first row is wide, and as some row
 * has cells: one that says to take more than there are reaches out of the table.
 *
 * Nothing is refused here: a cell may reach out of the table or over another (`validate` says so).
 */
export function writtenGrid({children}: Table): WrittenGrid {
  const taken = new Map<string, WrittenCell>()
  const ends = (children[0]?.children ?? []).map((cell, column) => column + acrossOf(cell))
  const columns = Math.min(mostOf(ends), mostOf(children.map((row) => row.children.length)))
  const rows = children.map((row, index) =>
    row.children.map((cell, column): WrittenCell => {
      const {across = 1, down = 1} = cell.data?.merged ?? {}
      const coveredBy = taken.get(`${index}.${column}`)
      const own: WrittenCell = {
        cell,
        row: index,
        column,
        across,
        down,
        ...(coveredBy ? {coveredBy} : {}),
      }
      const other = take(own, {columns, rows: children.length}, taken)
      return other ? {...own, overlaps: other} : own
    }),
  )
  return {columns, rows, takenBy: (row, column) => taken.get(`${row}.${column}`)}
}

function mostOf(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

function acrossOf(cell: RowContent): number {
  return cell.data?.merged?.across ?? 1
}

/**
 * Writes down the places that a cell takes beside its own. What reaches out of the table takes none there, so that a large
 * number costs nothing.
 *
 * @returns the cell that has one of them already
 */
function take(
  own: WrittenCell,
  table: {columns: number; rows: number},
  taken: Map<string, WrittenCell>,
): WrittenCell | undefined {
  const {row, column, across, down} = own
  let other: WrittenCell | undefined
  for (let below = row; below < Math.min(row + down, table.rows); below++)
    for (let right = column; right < Math.min(column + across, table.columns); right++) {
      if (below === row && right === column) continue
      const place = `${below}.${right}`
      other ??= taken.get(place)
      if (!taken.has(place)) taken.set(place, own)
    }
  return other
}
