import type {AlignType, Table} from 'mdast'
import {largest} from '../../message/index.ts'
import {firstWords, gridOf, toText, type WrittenGrid} from '../../tree/index.ts'

const narrowest = 8
const widest = 60

/**
 * Relative widths by the longest cell of each column, within bounds, so that short columns stay narrow.
 *
 * @param table  of a finished tree
 */
export function contentWidths(table: Table, columns: number): number[] {
  const cells = gridOf(table).flat()
  return Array.from({length: columns}, (_, column) => {
    const own = cells.filter((cell) => cell.column === column && cell.across === 1)
    return Math.min(
      widest,
      largest(
        own.map(({cell}) => toText(cell).length),
        narrowest,
      ),
    )
  })
}

// A number as it is written in any of the languages, with a unit or a sign; or a dash where there is none.
const numeric =
  /^(?:[-+−±<>≤≥~≈]?\s?(?:USD|EUR|CHF|GBP|\$|€|£)?\s?\d[\d.,'’ \u00a0\u202f]*\s?(?:%|‰|°C|kg|g|t|m|cm|km|ha|USD|EUR|CHF)?\*?|[-–—]|n\/a)$/u

/** Columns of a table that is typed as a list: those under whose head stand numbers alone are set at the right. */
export function numberColumns({rows, columns}: WrittenGrid, headRows: number): AlignType[] {
  const body = rows.slice(headRows)
  return Array.from({length: columns}, (_, column) => {
    const texts = body.flatMap((cells) => {
      const placed = cells[column]
      return placed && !placed.coveredBy && placed.across === 1 ? [firstWords(placed.cell)] : []
    })
    const filled = texts.filter((text) => text !== '')
    return filled.some((text) => /\d/.test(text)) && filled.every((text) => numeric.test(text))
      ? 'right'
      : null
  })
}
