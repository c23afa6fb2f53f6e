import type {Table, TableRow} from 'mdast'
import {quote} from '../../message/index.ts'
import {firstWords, writtenGrid} from '../../tree/index.ts'
import type {Say} from '../say.ts'

/**
 * Every row has a cell for each column of the first; at its end, empty ones that another cell covers may be left out in a
 * table that is typed as a list.
 */
export function rowFindings(table: Table, say: Say): void {
  const {columns, rows, takenBy} = writtenGrid(table)
  const how = table.data?.isList
    ? 'Give every row the same number, each on a line that begins with “- ”'
    : 'Give every row the same number, separated by |'
  for (const [index, cells] of rows.entries()) {
    const row = table.children[index] as TableRow
    let written = cells.length
    while (written < columns && takenBy(index, written)) written++
    if (written === columns) continue
    say(
      row,
      'table-cells',
      `${rowNamed(row)} has ${cells.length} cell${cells.length === 1 ? '' : 's'} and the first row ${columns}. ${how}; an empty cell stays empty.`,
    )
  }
}

/** A row by its first words, with which its author finds it. */
export function rowNamed(row: TableRow): string {
  const cell = row.children.find((one) => firstWords(one) !== '')
  return cell ? `The row ${quote(firstWords(cell))}` : 'This row'
}
