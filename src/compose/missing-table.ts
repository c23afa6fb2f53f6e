import type {List, Paragraph, RowContent, Table, TableRow} from 'mdast'
import {type BlockCell, type WrittenGrid, writtenGrid, writtenNames} from '../tree/index.ts'
import {emptyBlock, emptyCell, hasWords} from './missing-stand-ins.ts'

/** How what a cell of the language holds is completed, and who is told of what it lacks. */
export interface InCells {
  /** The list of the language, with stand-ins for the items that it lacks. */
  list(original: List, own: List): List
  /** Words with the notes that they lack. */
  words<Block extends RowContent | Paragraph>(original: Block, own: Block): Block
  /** Told of each cell that is missing, or of the first one with words of a row that is. */
  report(lacking: RowContent | List | Paragraph, name: string): void
}

/** A table as it is written, and how many of its first rows head columns. */
interface Headed {
  table: Table
  headRows: number
}

/**
 * The table of a language with a stand-in for each cell and row of the original that it lacks. Cells are those of one name;
 * where the cell that would name a row or column is empty itself, the row or column is the one in its place.
 *
 * A table that has rows or columns which the original does not have keeps its shape: only its empty cells are stood in for.
 * What the original leaves empty stays empty.
 */
export function withMissingCells(original: Headed, own: Headed, cells: InCells): Table {
  const [from, to] = [gridsOf(original), gridsOf(own)]
  const rows = placesOf(from.names.rows, to.names.rows, to.names.rowCells)
  const columns = placesOf(from.names.columns, to.names.columns, to.names.columnCells)
  const isWhole = isAll(rows, to.names.rows.length) && isAll(columns, to.names.columns.length)
  const lacks = [...rows, ...columns].includes(undefined)
  if (!isWhole || !lacks) return completedIn(own.table, {from, to, rows, columns}, cells)
  return {
    ...own.table,
    align: original.table.align ?? null,
    children: from.grid.rows.map((_, row) => rowOf(row, {original, own, from, to, rows, columns}, cells)),
  }
}

interface Grids {
  grid: WrittenGrid
  names: ReturnType<typeof writtenNames>
}

function gridsOf({table, headRows}: Headed): Grids {
  const grid = writtenGrid(table)
  return {grid, names: writtenNames(grid, headRows)}
}

/** Where the language has each row or column of the original. */
function placesOf(
  originals: readonly string[],
  own: readonly string[],
  naming: readonly unknown[],
): (number | undefined)[] {
  const isAsLong = originals.length === own.length
  return originals.map((name, index) => {
    const at = own.indexOf(name)
    if (at >= 0) return at
    return isAsLong && naming[index] === undefined ? index : undefined
  })
}

/** Whether each of so many rows or columns is one of the original's. */
function isAll(places: readonly (number | undefined)[], count: number): boolean {
  return new Set(places.filter((place) => place !== undefined)).size === count
}

interface Places {
  from: Grids
  to: Grids
  rows: readonly (number | undefined)[]
  columns: readonly (number | undefined)[]
}

function completedIn(table: Table, {from, to, rows, columns}: Places, cells: InCells): Table {
  const children = table.children.map((row, rowIndex) => ({
    ...row,
    children: row.children.map((cell, columnIndex) => {
      const [above, left] = [rows.indexOf(rowIndex), columns.indexOf(columnIndex)]
      const placed = from.grid.rows[above]?.[left]
      if (!placed || placed.coveredBy || to.grid.rows[rowIndex]?.[columnIndex]?.coveredBy) return cell
      const name = `${from.names.rows[above]}.${from.names.columns[left]}`
      const whole = completedCell(placed.cell, cell, name, cells)
      return whole === cell ? cell : {...whole, data: {...whole.data, ...mergedOf(cell)}}
    }),
  }))
  return {...table, children}
}

function rowOf(
  row: number,
  {original, own, from, to, rows, columns}: Places & {original: Headed; own: Headed},
  cells: InCells,
): TableRow {
  const at = rows[row]
  const place = at === undefined ? original.table.children[row] : own.table.children[at]
  const placed = from.grid.rows[row] ?? []
  const lost = at === undefined ? placed.find(({cell, coveredBy}) => !coveredBy && hasWords(cell)) : undefined
  if (lost) cells.report(lost.cell, from.names.rows[row] ?? '')
  const children = placed.map(({cell, column, coveredBy}) => {
    if (coveredBy) return cell
    if (at === undefined) return emptyCell(cell)
    const left = columns[column]
    const there = left === undefined ? undefined : to.grid.rows[at]?.[left]?.cell
    const name = `${from.names.rows[row]}.${from.names.columns[column]}`
    const whole = completedCell(cell, there, name, cells)
    return {...whole, data: {...whole.data, ...mergedOf(cell)}}
  })
  return {...(place as TableRow), children}
}

function mergedOf({data}: RowContent): Pick<NonNullable<RowContent['data']>, 'merged'> {
  return data?.merged ? {merged: data.merged} : {}
}

function completedCell(
  original: RowContent,
  own: RowContent | undefined,
  name: string,
  cells: InCells,
): RowContent {
  if (own && hasWords(own)) return withBlocks(original, own, name, cells)
  if (!hasWords(original)) return own ?? original
  cells.report(original, name)
  return emptyCell(original)
}

/** A cell of several blocks: each with what it lacks, and stand-ins for those that are not there. */
function withBlocks(original: RowContent, own: RowContent, name: string, cells: InCells): RowContent {
  if (original.type === 'tableCell' && own.type === 'tableCell') return cells.words(original, own)
  if (original.type === 'tableCell' || own.type === 'tableCell') return own
  const blocks: BlockCell['children'] = [...own.children]
  let after = -1
  for (const due of original.children) {
    const at = blocks.findIndex((block) => isSame(due, block, original, own))
    const there = blocks[at]
    if (there)
      blocks[at] = due.type === 'list' ? cells.list(due, there as List) : cells.words(due, there as Paragraph)
    else {
      cells.report(due, name)
      blocks.splice(after + 1, 0, emptyBlock(due))
    }
    after = there ? at : after + 1
  }
  return {...own, children: blocks}
}

/** Paragraphs are those of one id, the first is the cell's own and may be without; lists are those in one place among lists. */
function isSame(due: Block, block: Block, original: BlockCell, own: BlockCell): boolean {
  if (due.type === 'list' || block.type === 'list')
    return due.type === block.type && listPlace(due, original) === listPlace(block, own)
  const isFirst = block === own.children[0]
  if (due === original.children[0]) return isFirst
  return !isFirst && due.data?.unitMark?.id === block.data?.unitMark?.id
}

type Block = Paragraph | List

/** Among the lists of a cell; -1 for one that was put there. */
function listPlace(list: Block, {children}: BlockCell): number {
  return children.filter(({type}) => type === 'list').indexOf(list)
}
