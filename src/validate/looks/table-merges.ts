import type {Table} from 'mdast'
import {quote} from '../../message/index.ts'
import {firstWords, type WrittenCell, writtenGrid} from '../../tree/index.ts'
import type {Say} from '../say.ts'

/** A cell that takes several columns or rows lies within the table, and what it covers is empty. */
export function mergeFindings(table: Table, say: Say): void {
  const {columns, rows} = writtenGrid(table)
  for (const cells of rows) {
    for (const own of cells) {
      const fault = reachFault(own, columns, rows.length) ?? coverFault(own)
      if (fault) say(own.cell, 'table-merge', fault)
    }
  }
}

function reachFault({cell, row, column, across, down}: WrittenCell, columns: number, rows: number) {
  const right = columns - column
  const below = rows - row
  const words = named(cell)
  if (across > right)
    return `${words} is to take ${across} columns, and ${there(right, 'column')} from it to the right end of the table. Write ${right > 1 ? quote(`:across[${right}]`) : 'it without “:across[…]”'}, or add the columns.`
  if (down > below)
    return `${words} is to take ${down} rows, and ${there(below, 'row')} from it to the end of the table. Write ${below > 1 ? quote(`:down[${below}]`) : 'it without “:down[…]”'}, or add the rows.`
  return undefined
}

function there(count: number, what: string): string {
  return count === 1 ? `there is one ${what}` : `there are ${count} ${what}s`
}

function coverFault({cell, coveredBy, across, down}: WrittenCell): string | undefined {
  if (!coveredBy) return undefined
  if (across > 1 || down > 1)
    return `This cell is to take several columns or rows, and ${named(coveredBy.cell).toLowerCase()} takes its place already. Let one of them take fewer.`
  if (firstWords(cell) === '') return undefined
  return `${quote(firstWords(cell))} stands where ${named(coveredBy.cell).replace('The cell ', 'the cell ')} reaches. Leave this cell empty, or let that one take fewer columns or rows.`
}

function named(cell: WrittenCell['cell']): string {
  const words = firstWords(cell)
  return words === '' ? 'This empty cell' : `The cell ${quote(words)}`
}
