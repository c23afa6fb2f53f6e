import type {FormCell} from './types.ts'

/**
 * Merges the heads of a sheet: a cell of the first rows takes the empty ones to its right, and then those below it in all
 * the columns that it has, as far as the head goes. Excel saves and copies merged cells as one with words and empty ones.
 *
 * @param rows  of one width; they are changed
 * @param headRows  how many of them head columns
 */
export function mergeHeads(rows: readonly FormCell[][], headRows: number): void {
  const head = rows.slice(0, headRows)
  const covered = new Set<FormCell>()
  const isFree = (cell: FormCell | undefined): boolean =>
    cell !== undefined && cell.blocks.length === 0 && !covered.has(cell)
  for (const [index, cells] of head.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.blocks.length === 0) continue
      let across = 1
      while (isFree(cells[column + across])) across++
      let down = 1
      while (isFreeRow(head[index + down], column, across, isFree)) down++
      for (const row of head.slice(index, index + down))
        for (const other of row.slice(column, column + across)) if (other !== cell) covered.add(other)
      if (across > 1) cell.across = across
      if (down > 1) cell.down = down
    }
  }
}

function isFreeRow(
  row: readonly FormCell[] | undefined,
  column: number,
  across: number,
  isFree: (cell: FormCell | undefined) => boolean,
): boolean {
  return row?.slice(column, column + across).every(isFree) ?? false
}
