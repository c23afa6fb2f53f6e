import {quote} from '../message/index.ts'
import {cellBlocks} from './cell-blocks.ts'
import {type Grid, namedRow} from './even-rows.ts'
import {type Piece, pieceOf, type Reading} from './pieces.ts'
import type {CellBlock, Refused} from './types.ts'

/** A block of a cell whose words can be written in any language. */
export type ReadBlock = {words: Piece} | {items: Piece[]}

/** Which cells are heads, and of which columns the words are the same in every language. */
interface Columns {
  headRows: number
  headColumns: number
  same: ReadonlySet<number>
}

/**
 * What each cell of a sheet holds.
 *
 * @returns blocks by row and column; why one of them cannot be taken
 */
export function readCells(
  {rows}: Grid,
  reading: Reading,
  {headRows, headColumns, same}: Columns,
): {rows: ReadBlock[][][]} | Refused {
  const read: ReadBlock[][][] = []
  for (const [at, row] of rows.entries()) {
    const isOver = at < headRows
    const cells: ReadBlock[][] = []
    for (const [column, cell] of row.cells.entries()) {
      const held = isOver ? headBlocks(cell) : cellBlocks(cell)
      if ('refused' in held) return {refused: `The head ${namedRow(row)}: ${held.refused}`}
      const how = {isHead: isOver || column < headColumns, isSame: !isOver && same.has(column)}
      const blocks = held.map((block) => readBlock(block, (text) => pieceOf(text, reading, how)))
      const fault = blocks.find((block) => 'refused' in block)
      if (fault) return {refused: `The row ${namedRow(row)}: ${fault.refused}`}
      cells.push(blocks as ReadBlock[])
    }
    read.push(cells)
  }
  return {rows: read}
}

/** The head of a column is one paragraph: its lines are broken only so that a column of the sheet is narrow. */
function headBlocks(cell: string): CellBlock[] | Refused {
  const list = cellBlocks(cell).find((block) => 'items' in block)
  if (list)
    return {
      refused: `${quote(cell)} holds a list, and the head of a column is one paragraph. Move the list into the cells under it, or say with “--head-rows” how many rows are heads.`,
    }
  return cell === '' ? [] : [{words: cell.replaceAll('\n', ' ')}]
}

function readBlock(block: CellBlock, read: (text: string) => Piece | Refused): ReadBlock | Refused {
  const pieces = ('words' in block ? [block.words] : block.items).map(read)
  const fault = pieces.find((piece) => 'refused' in piece)
  if (fault) return fault
  const [first] = pieces as Piece[]
  return 'words' in block && first ? {words: first} : {items: pieces as Piece[]}
}

/** The paragraphs and items of a cell. */
export function piecesOf(blocks: readonly ReadBlock[]): Piece[] {
  return blocks.flatMap((block) => ('words' in block ? [block.words] : block.items))
}
