import {type CsvError, parse} from 'csv-parse/sync'
import {caps} from '../load/index.ts'
import type {Refused, SheetRow} from './types.ts'

/** What parts the cells of a row, the surest first: a tab is in no cell, and a comma in many. */
const delimiters = ['\t', ';', ','] as const

/** As Excel itself writes and reads it in the first line. */
const told = /^"?sep=([\t;,])"?\n/

/**
 * The rows of a sheet as they stand: tab-separated as they are copied from Excel and Word, or CSV with commas or
 * semicolons (RFC 4180: cells between quotation marks hold line breaks, and quotation marks twice).
 *
 * What parts the cells is what gives every row the same number of several cells.
 *
 * @param text  lines end with `\n`
 * @returns rows, empty ones too; why they cannot be told apart
 */
export function sheetRows(text: string): SheetRow[] | Refused {
  const [line = '', delimiter] = told.exec(text) ?? []
  if (delimiter !== undefined) return parsed(text.slice(line.length), delimiter, 1)
  const tried = delimiters.filter((one) => text.includes(one)).map((one) => parsed(text, one))
  const right = tried.find((rows) => Array.isArray(rows) && isEven(rows))
  if (right) return right
  // Rows of unequal length, or marks that do not fit, are told of what parts most cells of the first line.
  const [first = ''] = text.split('\n', 1)
  const [likely = ','] = delimiters
    .filter((one) => first.includes(one))
    .sort((a, b) => first.split(b).length - first.split(a).length)
  return parsed(text, likely)
}

function isEven(rows: readonly SheetRow[]): boolean {
  const widths = new Set(
    rows.filter(({cells}) => cells.some((cell) => cell !== '')).map(({cells}) => cells.length),
  )
  return widths.size === 1 && !widths.has(1)
}

/** Rows that are read at most, empty ones too; of more nobody makes a table. */
export const mostRead = 5 * caps.tableRows.most

interface Parsed {
  record: string[]
  info: {lines: number}
}

function parsed(text: string, delimiter: string, linesBefore = 0): SheetRow[] | Refused {
  let line = linesBefore + 1
  const rows: SheetRow[] = []
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      // What is copied has quotation marks of its own inside cells; in a file they are a fault, and are told.
      relax_quotes: delimiter === '\t',
      to: mostRead + 1,
      info: true,
      on_record: (row: unknown) => {
        const {record, info} = row as Parsed
        rows.push({cells: record.map(tidy), line})
        line = linesBefore + info.lines + 1
        return null
      },
    })
  } catch (cause) {
    return {refused: faultOf(cause as CsvError, line)}
  }
  return rows
}

/**
 * One space where there are several or a tab; line breaks stay, without what stands around them. A soft hyphen inside a
 * word is only a place where Word may part it.
 */
function tidy(cell: string): string {
  return cell
    .replace(/(?<=\p{L})\u00ad(?=\p{L})/gu, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

function faultOf({code, message}: CsvError, line: number): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return `A cell of the row in line ${line} begins with a quotation mark (") that is never closed. Close it, or write "" for a quotation mark that belongs to the words, and put the whole cell between quotation marks.`
  if (
    code === 'INVALID_OPENING_QUOTE' ||
    code === 'CSV_INVALID_CLOSING_QUOTE' ||
    code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE'
  )
    return `A quotation mark (") stands inside a cell of the row in line ${line}. Write "" for it, and put the whole cell between quotation marks.`
  return `The row in line ${line} cannot be read (${message}). Save the sheet as CSV again.`
}
