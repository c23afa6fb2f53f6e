import {error, quote} from '../../message/index.ts'
import {type WrittenCell, type WrittenGrid, writtenNames} from '../../tree/index.ts'
import {type PartContext, placeOf} from './part-context.ts'

/** Names of the rows and columns of a table, of which ids of cells are made. */
export interface TableNames {
  rows: string[]
  columns: string[]
}

/** The names of a table. Two of one name are an error: their cells would have one id. */
export function namesOf(grid: WrittenGrid, headRows: number, part: PartContext): TableNames {
  const {rows, columns, rowCells, columnCells} = writtenNames(grid, headRows)
  reportTwice(part, 'column', columns, columnCells)
  reportTwice(part, 'row', rows, rowCells)
  return {rows, columns}
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
