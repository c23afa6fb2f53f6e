import type {FormCell, TableOptions} from './types.ts'

// Rows of a table of bars are parsed one by one; a longer line is hard to read in an editor.
const longestRow = 2_000

/** Whether every cell is one line of words in its own place, so that a row may be a line with bars. */
export function fitsBars(rows: readonly (readonly FormCell[])[]): boolean {
  return rows.every(
    (cells) =>
      cells.every((cell) => isLine(cell) && !cell.across && !cell.down) &&
      cells.reduce((length, cell) => length + wordsOf(cell).length, 0) <= longestRow,
  )
}

function isLine({blocks}: FormCell): boolean {
  return blocks.length === 0 || (blocks.length === 1 && blocks[0] !== undefined && 'words' in blocks[0])
}

function wordsOf({blocks}: FormCell): string {
  const [block] = blocks
  return block && 'words' in block ? block.words : ''
}

/** How a table is written beside its rows. */
export interface Written extends TableOptions {
  /** Markdown. */
  caption?: string | undefined
  /** Whether its rows are lines with bars; else a list of lists. */
  isBars: boolean
  /** Whether each column holds numbers alone; a list sets such columns at the right by itself. */
  areNumbers: readonly boolean[]
}

/**
 * A table in one of the two forms in which authors write tables (docs/tables.md), without ids of its rows and columns.
 *
 * @param rows  of one width; cells that others cover are in their places, empty
 * @returns Markdown that ends with `:::` and no line end
 */
export function writeTable(rows: readonly (readonly FormCell[])[], how: Written): string {
  const body = how.isBars ? barsOf(rows, how.areNumbers) : rows.map(listedRow).join('\n\n')
  return `${firstLine(how)}\n${body}\n:::`
}

function firstLine({id, caption, headRows, headColumns, widths, isTurned}: Written): string {
  const attributes = [
    `id=${id}`,
    ...(headRows === undefined ? [] : [`head-rows=${headRows}`]),
    ...(headColumns === undefined ? [] : [`head-columns=${headColumns}`]),
    ...(widths === undefined ? [] : [`widths="${widths}"`]),
    ...(isTurned ? ['turned'] : []),
  ]
  return `:::table${caption === undefined ? '' : `[${caption}]`}{${attributes.join(' ')}}`
}

function barsOf(rows: readonly (readonly FormCell[])[], areNumbers: readonly boolean[]): string {
  const lines = rows.map((cells) => barRow(cells.map(wordsOf)))
  lines.splice(1, 0, `|${areNumbers.map((isNumber) => (isNumber ? '---:|' : '---|')).join('')}`)
  return lines.join('\n')
}

/** A row of a table of bars, of the Markdown of its cells. */
export function barRow(cells: readonly string[]): string {
  return `|${cells.map((words) => (words === '' ? ' |' : ` ${words} |`)).join('')}`
}

const cellIndent = '    '

/** A row of a table that is written as a list: its cells under one another. */
function listedRow(cells: readonly FormCell[]): string {
  return cells.map((cell, index) => `${index === 0 ? '* -' : '  -'}${listedCell(cell)}`).join('\n')
}

function listedCell({blocks, across, down}: FormCell): string {
  const merged = [
    ...(across === undefined ? [] : [`:across[${across}]`]),
    ...(down === undefined ? [] : [`:down[${down}]`]),
  ]
  const texts = blocks.map((block) =>
    'words' in block ? block.words : block.items.map((words) => `1. ${words}`).join(`\n${cellIndent}`),
  )
  const [first, ...more] = texts
  // What merges a cell stands before its words, and a list has none of its own.
  const isListFirst = blocks[0] !== undefined && 'items' in blocks[0]
  const parts =
    merged.length === 0
      ? texts
      : isListFirst
        ? [merged.join(''), ...texts]
        : [[merged.join(''), first].filter(Boolean).join(' '), ...more]
  return parts.length === 0 ? '' : ` ${parts.join(`\n\n${cellIndent}`)}`
}
