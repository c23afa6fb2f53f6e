import type {RowContent, Table} from 'mdast'
import type {Clause, ProvisionList} from './block-types.ts'
import type {BlockCell, CaptionedTable, TableCaption} from './table-types.ts'

/** A cell of a table and the places that it takes, counted from 0. */
export interface PlacedCell {
  cell: RowContent
  row: number
  column: number
  /** How many columns and rows it takes, at least one of each. */
  across: number
  down: number
}

/**
 * The cells of a table of a finished tree with their places: each stands in the first column of its row that no cell of
 * this row or of one above takes.
 *
 * @returns the cells of each row, in their order
 */
export function gridOf({children: rows}: Table): PlacedCell[][] {
  // The first row below those that a cell of a row before takes, by column.
  const freeFrom: number[] = []
  return rows.map((row, index) => {
    let column = 0
    return row.children.map((cell): PlacedCell => {
      const {across = 1, down = 1} = cell.data?.merged ?? {}
      while ((freeFrom[column] ?? 0) > index) column++
      const place = {cell, row: index, column, across, down}
      for (const end = column + across; column < end; column++) freeFrom[column] = index + down
      return place
    })
  })
}

/** The caption of a table, where it has one, its rows, and what stands right under it. */
export function partsOfTable({children}: CaptionedTable): {
  caption?: TableCaption
  table: Table
  under: Clause[]
} {
  const [first, ...rest] = children
  if (first.type === 'table') return {table: first, under: rest as Clause[]}
  const [table, ...under] = rest as [Table, ...Clause[]]
  return {caption: first, table, under}
}

/** What a cell of a finished tree holds, where that is more than words. */
export function blocksOf({children}: BlockCell): (Clause | ProvisionList)[] {
  return children as unknown[] as (Clause | ProvisionList)[]
}

/** Whether a row is one cell over all columns, which heads the rows under it where the table has heads of rows. */
export function isGroupRow([first, ...others]: readonly PlacedCell[], columns: number): boolean {
  return first !== undefined && others.length === 0 && columns > 1 && first.across === columns
}

/**
 * Where the words of a cell stand: as those of its column; over several columns a head stands in their middle, and words
 * begin at the left.
 */
export function alignOfCell(
  {column, across}: PlacedCell,
  {align}: Table,
  isHeader: boolean,
): 'right' | 'center' | undefined {
  if (across > 1) return isHeader ? 'center' : undefined
  const own = align?.[column]
  return own === 'right' || own === 'center' ? own : undefined
}
