import {largest} from '../../../message/index.ts'
import {type CaptionedTable, isWhole, type PlacedCell, toText} from '../../../tree/index.ts'

// Of the text of tables (9 points, templates/styles.yaml): the usual width of a letter and the width of a figure or a
// capital, a line, the space around a row.
const letterTwips = 95
const figureTwips = 105
const lineTwips = 210
const rowTwips = 90

/** About how high a table is, in twips. */
export function heightOf(rows: readonly PlacedCell[][], widths: readonly number[]): number {
  const heights = rows.map((cells) => {
    const lines = cells.map(({cell, column, across, down}) => {
      const width = sumOf(widths.slice(column, column + across)) - 2 * rowTwips
      const paragraphs = cell.type === 'tableCell' ? [cell] : cell.children
      return sumOf(paragraphs.map((one) => linesOf(toText(one).length, width))) / down
    })
    return largest(lines, 1) * lineTwips + rowTwips
  })
  return sumOf(heights)
}

function linesOf(characters: number, width: number): number {
  return Math.ceil((characters * letterTwips) / Math.max(1, width))
}

/**
 * Whole twips in the proportions of a table that add up to the width of the text. A column takes from the others what it
 * lacks for its longest word, and for what may not be broken: a date, a symbol, a number. Where other
 * tables have the same columns, they are these.
 */
export function columnWidths(
  {widths: proportions, sharesColumns}: CaptionedTable,
  rows: readonly PlacedCell[][],
  totalTwips: number,
): number[] {
  const sum = sumOf(proportions)
  const widths = proportions.map((proportion) => Math.floor((proportion / sum) * totalTwips))
  const fitted = sharesColumns ? widths : withRoom(widths, leastWidths(rows, widths.length))
  fitted[fitted.length - 1] = (fitted.at(-1) ?? 0) + totalTwips - sumOf(fitted)
  return fitted
}

/** Each column at least as wide as it must be, where the others have as much to spare. */
function withRoom(widths: readonly number[], least: readonly number[]): number[] {
  const lacking = widths.map((width, column) => Math.max(0, (least[column] ?? 0) - width))
  const spare = widths.map((width, column) => Math.max(0, width - (least[column] ?? 0)))
  const [needed, there] = [sumOf(lacking), sumOf(spare)]
  if (needed === 0 || there < needed) return [...widths]
  return widths.map(
    (width, column) => width + (lacking[column] ?? 0) - Math.ceil((needed * (spare[column] ?? 0)) / there),
  )
}

function leastWidths(rows: readonly PlacedCell[][], columns: number): number[] {
  const cells = rows.flat().filter(({across}) => across === 1)
  return Array.from({length: columns}, (_, column) => {
    const own = cells.filter((cell) => cell.column === column)
    return largest(own.map(({cell}) => unbroken(toText(cell)))) * figureTwips + 2 * rowTwips + slackTwips
  })
}

// What the widths of letters differ from the usual.
const slackTwips = 40
// A longer word is an address, which is broken anyway.
const longestWord = 24

/** How many characters of a cell stand on one line. */
function unbroken(text: string): number {
  if (isWhole(text)) return text.length
  return largest(text.split(/[\s\u00ad-]/u).map(({length}) => (length > longestWord ? 0 : length)))
}

/** The sum of some numbers. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
