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

function coverFault({cell, coveredBy, overlaps, across, down}: WrittenCell): string | undefined {
  const other = coveredBy && (across > 1 || down > 1) ? coveredBy : overlaps
  if (other)
    return `${named(cell)} is to take several columns or rows, and ${small(named(other.cell))} takes some of them already. Let one of the two take fewer.`
  if (!coveredBy || firstWords(cell) === '') return undefined
  return `${quote(firstWords(cell))} stands where ${small(named(coveredBy.cell))} reaches. Leave this cell empty, or let that one take fewer columns or rows.`
}

function small(name: string): string {
  return name.replace(/^T/, 't')
}

function named(cell: WrittenCell['cell']): string {
  const words = firstWords(cell)
  return words === '' ? 'This empty cell' : `The cell ${quote(words)}`
}
