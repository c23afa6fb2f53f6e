import {withUnitIds} from '../fix/index.ts'
import {quote} from '../message/index.ts'
import {type Grid, namedRow} from './even-rows.ts'
import {mergeHeads} from './merge-heads.ts'
import {type FoundNumeral, type Habit, type KnownHabit, numberHabit} from './number-habit.ts'
import {type Piece, type Reading, writePiece} from './pieces.ts'
import {piecesOf, type ReadBlock, readCells} from './read-cells.ts'
import {sameColumns} from './same-columns.ts'
import type {Tongue} from './tongue.ts'
import type {CellBlock, FormCell, Refused, TableOptions, ToTranslate} from './types.ts'
import {fitsBars, writeTable} from './write-table.ts'

/** What is said of the table that a sheet is to become. */
export interface TableWish extends TableOptions {
  /** Words of the caption in the language of the sheet. */
  caption?: string | undefined
  /** Whether heads take the empty cells beside and below them. */
  merge?: boolean | undefined
  /** Columns, by their heads or numbers, whose words are the same in every language. */
  same?: readonly string[] | undefined
}

/** A table in each language that was asked for. */
export interface SheetTable {
  /** Markdown by language, with the same ids in all. */
  texts: Map<string, string>
  toTranslate: ToTranslate[]
}

/**
 * The table that a sheet is, in its own language and in others.
 *
 * @param reading  the language of the sheet, and the words that are known in it
 * @param into  the languages in which it is written
 * @param habit  what is known of how its numbers are written
 * @param taken  ids that the document has already
 * @returns why the sheet makes no table
 */
export function sheetTable(
  grid: Grid,
  wish: TableWish,
  {
    reading,
    into,
    habit: knownHabit,
    taken,
  }: {reading: Reading; into: readonly Tongue[]; habit: KnownHabit; taken: Iterable<string>},
): SheetTable | Refused {
  const headRows = wish.headRows ?? 1
  if (headRows >= grid.rows.length) return {refused: allHeads(grid.rows.length)}
  const same = sameColumns(grid, headRows, wish.same ?? [])
  if ('refused' in same) return same
  const cells = readCells(grid, reading, {headRows, headColumns: wish.headColumns ?? 1, same: same.columns})
  if ('refused' in cells) return cells
  const habit = numberHabit(numeralsOf(cells.rows, grid), knownHabit)
  if ('refused' in habit) return habit
  const columns = columnsNamed(grid, headRows)
  const toTranslate = new Map<string, ToTranslate>()
  const missing = (words: string, where: string, {code}: Tongue): void => {
    const key = `${where}\n${words}`
    const entry = toTranslate.get(key) ?? {languages: [], where, words}
    entry.languages.push(code)
    toTranslate.set(key, entry)
  }
  const forms = into.map((tongue) => {
    const write = writer({reading, habit, into: tongue}, (words, where) => missing(words, where, tongue))
    const caption =
      wish.caption === undefined ? undefined : write(captionOf(wish.caption), 'the caption', false)
    const rowsOf = (isParagraph: boolean): FormCell[][] =>
      cells.rows.map((row, at) =>
        row.map((blocks, column) => ({
          blocks: blocks.map((block) =>
            writeBlock(block, whereOf(grid, columns, {at, column, headRows}), write, isParagraph),
          ),
        })),
      )
    return {tongue, caption, rowsOf}
  })
  const merged = (rows: FormCell[][]): FormCell[][] => {
    if (wish.merge) mergeHeads(rows, headRows)
    return rows
  }
  const lines = forms.map(({rowsOf}) => merged(rowsOf(false)))
  const isBars = lines.every(fitsBars)
  const areNumbers = columns.map((_, column) => isOfNumbers(cells.rows.slice(headRows), column))
  const written = forms.map(({tongue, caption, rowsOf}, at) => {
    const rows = isBars ? (lines[at] ?? []) : merged(rowsOf(true))
    return {name: tongue.code, text: writeTable(rows, {...wish, caption, isBars, areNumbers})}
  })
  return {texts: named(written, reading.tongue.code, wish.id, taken), toTranslate: [...toTranslate.values()]}
}

function allHeads(rows: number): string {
  return rows === 1
    ? 'The sheet has one row, which would be the head of the table, and nothing under it. A table without a head has “--head-rows 0”.'
    : `All ${rows} rows of the sheet would be heads, and nothing stands under them. Write fewer after “--head-rows”.`
}

/** Ids are made of the words of the sheet, so that they are the same whatever language is asked for. */
function named(
  written: readonly {name: string; text: string}[],
  from: string,
  id: string,
  taken: Iterable<string>,
): Map<string, string> {
  const original = written.find(({name}) => name === from)
  const others = written.filter((one) => one !== original)
  if (!original) throw new Error('A sheet is written in its own language first.')
  const texts = withUnitIds({name: id, text: original.text}, others, taken)
  return new Map(texts.map(({text}, at) => [at === 0 ? from : (others[at - 1]?.name ?? ''), text]))
}

type Write = (piece: Piece, where: string, isParagraph: boolean) => string

function writer(
  how: {reading: Reading; habit: Habit; into: Tongue},
  missing: (words: string, where: string) => void,
): Write {
  const told = new Set<string>()
  return (piece, where, isParagraph) => {
    const {words, isMissing} = writePiece(piece, {...how, isParagraph})
    const key = `${where}\n${piece.text}`
    if (isMissing && !told.has(key)) missing(piece.text, where)
    told.add(key)
    return words
  }
}

function writeBlock(block: ReadBlock, where: string, write: Write, isParagraph: boolean): CellBlock {
  if ('words' in block) return {words: write(block.words, where, isParagraph)}
  return {items: block.items.map((item) => write(item, where, isParagraph))}
}

function captionOf(words: string): Piece {
  return {kind: 'words', text: words, isHead: false}
}

function numeralsOf(rows: readonly (readonly (readonly ReadBlock[])[])[], grid: Grid): FoundNumeral[] {
  return rows.flatMap((cells, at) =>
    cells.flatMap((blocks) =>
      piecesOf(blocks).flatMap((piece) => {
        const row = grid.rows[at]
        return piece.kind === 'number' && row ? [{numeral: piece.numeral, where: namedRow(row)}] : []
      }),
    ),
  )
}

/** Whether a column has numbers under its head and nothing else. */
function isOfNumbers(rows: readonly (readonly (readonly ReadBlock[])[])[], column: number): boolean {
  const filled = rows.map((cells) => cells[column] ?? []).filter((blocks) => blocks.length > 0)
  return (
    filled.length > 0 &&
    filled.every(
      ([block, ...more]) => more.length === 0 && block && 'words' in block && block.words.kind === 'number',
    )
  )
}

/** What stands over each column: the words of its last head that has some. */
function columnsNamed({rows, columns}: Grid, headRows: number): string[] {
  return Array.from({length: columns}, (_, column) => {
    const words = rows.slice(0, headRows).findLast(({cells}) => cells[column] !== '')?.cells[column]
    return `column ${column + 1}${words ? ` (${quote(words)})` : ''}`
  })
}

function whereOf(
  {rows}: Grid,
  columns: readonly string[],
  {at, column, headRows}: {at: number; column: number; headRows: number},
): string {
  const row = rows[at]
  if (!row || at < headRows) return `the head of column ${column + 1}`
  return `${namedRow(row).replace(/^in /, '')}, ${columns[column]}`
}
