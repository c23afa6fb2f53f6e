import {choices, quote} from '../message/index.ts'
import type {Grid} from './even-rows.ts'
import type {Refused} from './types.ts'

/**
 * The columns that were named by their heads or numbers.
 *
 * @param named  such as `Species` or `2`
 * @returns their places from 0; why one is not found
 */
export function sameColumns(
  {rows, columns}: Grid,
  headRows: number,
  named: readonly string[],
): {columns: Set<number>} | Refused {
  const heads = rows.slice(0, headRows).map(({cells}) => cells.map((cell) => cell.replaceAll('\n', ' ')))
  const found = new Set<number>()
  for (const name of named) {
    const byHead = heads.map((cells) => cells.indexOf(name)).find((place) => place >= 0)
    const byNumber = /^[1-9]\d?$/.test(name) && Number(name) <= columns ? Number(name) - 1 : undefined
    const place = byHead ?? byNumber
    if (place === undefined) {
      const known = heads.flat().filter((words) => words !== '')
      return {
        refused: `There is no column ${quote(name)}. Write after “--same” the number of the column, or the words over it: ${choices(name, known)}.`,
      }
    }
    found.add(place)
  }
  return {columns: found}
}
