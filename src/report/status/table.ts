import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import {largest} from '../../message/index.ts'

/** A row: its cells, and the SGR code of a cell that is painted. */
export interface Row {
  cells: readonly string[]
  paint?: {column: number; code: string} | undefined
}

const gap = '  '
const narrow = 60

/**
 * Rows under their heads, as wide as the terminal at most; one block of “head: cell” lines a row where it is narrow.
 *
 * @param heads  of the columns
 * @param width  characters of a line
 * @returns lines, each ended
 */
export function table(heads: readonly string[], rows: readonly Row[], width: number): string {
  const blocks =
    width < narrow
      ? rows.map((row) => block(heads, row, width))
      : laid(heads, rows, columnWidths([{cells: heads}, ...rows], width))
  return unglued(`${blocks.join('\n\n')}\n`)
}

/**
 * Rows of short cells under their heads, a line each, as wide as their cells are; as `table` where the terminal is narrow.
 */
export function linesOf(heads: readonly string[], rows: readonly Row[], width: number): string {
  if (width < narrow) return table(heads, rows, width)
  const all = [{cells: heads}, ...rows]
  const widths = heads.map((_, index) => largest(all.map(({cells}) => stringWidth(cells[index] ?? ''))))
  return `${laid(heads, rows, widths).join('\n')}\n`
}

/** A line, wrapped at its spaces; what does not fit on any line is cut. */
export function wrapped(text: string, width: number): string {
  return unglued(wrapAnsi(text, width, {hard: true}))
}

/** Spaces that do not break are spaces once the lines are broken, so that what is printed can be searched. */
function unglued(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

/** The head with a rule under it and the first row, then the other rows. */
function laid(heads: readonly string[], rows: readonly Row[], widths: readonly number[]): string[] {
  const rule = widths.map((width) => '─'.repeat(width)).join(gap)
  const [first = '', ...others] = rows.map((row) => line(row, widths))
  return [`${line({cells: heads}, widths)}\n${rule}\n${first}`, ...others]
}

function line({cells, paint}: Row, widths: readonly number[]): string {
  const columns = cells.map((cell, index) => wrapCell(cell, widths[index] ?? 1))
  const height = largest(columns.map(({length}) => length))
  const lines = Array.from({length: height}, (_, at) =>
    columns
      .map((column, index) => {
        const text = column[at] ?? ''
        const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)))
        return painted(text, index, paint) + padding
      })
      .join(gap)
      .trimEnd(),
  )
  return lines.join('\n')
}

function block(heads: readonly string[], {cells, paint}: Row, width: number): string {
  return cells
    .map((cell, index) => {
      const lines = wrapCell(`${heads[index]}: ${cell}`, width - gap.length)
      return lines.map((text, at) => (at === 0 ? '' : gap) + painted(text, index, paint)).join('\n')
    })
    .join('\n')
}

function painted(text: string, column: number, paint: Row['paint']): string {
  return paint?.column === column && text !== '' ? `\u001b[${paint.code}m${text}\u001b[0m` : text
}

function wrapCell(cell: string, width: number): string[] {
  return wrapAnsi(cell, width, {hard: true})
    .split('\n')
    .map((text) => text.trim())
}

/**
 * Widths that fill the line: at first the longest word of each column, then wider where most lines would be saved.
 * Where not even the words fit, the widest columns give way and words are cut.
 */
function columnWidths(rows: readonly Row[], width: number): number[] {
  const columns = (rows[0]?.cells ?? []).map((_, index) => rows.map(({cells}) => cells[index] ?? ''))
  const natural = columns.map((cells) => largest(cells.map((cell) => stringWidth(cell))))
  const widths = columns.map((cells) =>
    largest(cells.flatMap((cell) => cell.split(' ').map((word) => stringWidth(word)))),
  )
  const room = width - gap.length * (columns.length - 1)
  const sum = (): number => widths.reduce((total, each) => total + each, 0)
  while (sum() > room) {
    const widest = widths.indexOf(largest(widths))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  while (sum() < room) {
    const need = widths.map((each, index) => (natural[index] ?? 0) / each)
    const neediest = need.indexOf(largest(need))
    if ((need[neediest] ?? 0) <= 1) break
    widths[neediest] = (widths[neediest] ?? 0) + 1
  }
  return widths
}
