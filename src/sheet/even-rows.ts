import {caps, characterFindings} from '../load/index.ts'
import {largest, quote} from '../message/index.ts'
import {mostRead} from './sheet-rows.ts'
import type {Refused, SheetRow} from './types.ts'

/** The rows of a table, all of one width. */
export interface Grid {
  rows: SheetRow[]
  columns: number
  /** How many rows without any words were left out. */
  emptyRows: number
}

/**
 * What is to be a table of the rows of a sheet: without empty rows, and without the empty columns that Excel saves to the
 * right of the words.
 *
 * @returns why the rows make no table: too many, too large a cell, one cell too few, a formula, a sign nobody sees
 */
export function evenRows(all: readonly SheetRow[]): Grid | Refused {
  const rows = all.filter(({cells}) => cells.some((cell) => cell !== ''))
  const columns = largest(rows.map(({cells}) => cells.findLastIndex((cell) => cell !== '') + 1))
  if (rows.length === 0) return {refused: 'The sheet is empty. Copy or save the rows that are to be a table.'}
  const size = sizeRefused(rows.length, columns)
  if (size) return {refused: size}
  const [first] = rows
  const uneven = rows.find(({cells}) => cells.length !== first?.cells.length)
  if (first && uneven) return {refused: unevenRow(uneven, first)}
  for (const row of rows) {
    const reason = cellRefused(row)
    if (reason) return {refused: reason}
  }
  const kept = rows.map(({cells, line}) => ({cells: cells.slice(0, columns), line}))
  return {rows: kept, columns, emptyRows: all.length - rows.length}
}

function sizeRefused(rows: number, columns: number): string | undefined {
  const {tableColumns, tableRows, tableCells} = caps
  if (columns > tableColumns.most)
    return `The sheet has ${columns} columns, and a table in Word at most ${tableColumns.most}. Leave some out, or make two tables.`
  if (rows > tableRows.most || rows * columns > tableCells.most)
    return `The sheet has ${rows > mostRead ? `more than ${mostRead}` : rows} rows of ${columns} cells. A table has at most ${tableRows.most} rows and ${tableCells.most} cells: make several of it.`
  return undefined
}

function unevenRow(row: SheetRow, first: SheetRow): string {
  const count = (cells: number): string => `${cells} cell${cells === 1 ? '' : 's'}`
  return `The row ${namedRow(row)} has ${count(row.cells.length)}, and the first row ${count(first.cells.length)}. Give every row the same number of cells; an empty cell has its comma, semicolon or tab all the same.`
}

/** A row by its first words and its line. */
export function namedRow({cells, line}: SheetRow): string {
  const words = cells.find((cell) => cell !== '')
  return `in line ${line}${words === undefined ? '' : ` (${quote(words)})`}`
}

/** What Excel shows where a formula fails, and where a column is too narrow for its number. */
const failed =
  /^#(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC|VALEUR|NOM|NOMBRE|NUL|VALOR|¡[A-ZÁÉÍÓÚ/0]+)[!?]?$/iu
const narrow = /^#{3,}$/
const shortened = /^[-+]?\d(?:[.,]\d+)?E[-+]\d{2,3}$/i

function cellRefused(row: SheetRow): string | undefined {
  for (const cell of row.cells) {
    if (cell.length > caps.sheetCellCharacters.most)
      return `A cell of the row ${namedRow(row)} holds ${cell.length} characters, and at most ${caps.sheetCellCharacters.most} are taken. Write so long a text as paragraphs, or shorten it.`
    if (cell.startsWith('='))
      return `${quote(cell)} ${namedRow(row)} is a formula. Copy the sheet as values (“Paste special”, “Values”), so that it holds what the formula gives.`
    if (failed.test(cell))
      return `${quote(cell)} ${namedRow(row)} is what Excel writes where a formula fails. Correct it in the sheet, or leave the cell empty.`
    if (narrow.test(cell))
      return `${quote(cell)} ${namedRow(row)} is what Excel shows where a column is too narrow for its number. Make the column wider, and copy or save the sheet again.`
    if (shortened.test(cell))
      return `${quote(cell)} ${namedRow(row)} is a number that Excel has shortened. Give the column the format “Number”, and copy or save the sheet again.`
    const [finding] = characterFindings(cell, '')
    if (finding)
      return `The row ${namedRow(row)}: ${finding.reason.replace(/ is at column \d+/, ' stands in a cell').replace('This line', 'A cell')}`
  }
  return undefined
}
