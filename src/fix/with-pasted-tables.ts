import type {Root, Table} from 'mdast'
import {markdown} from '../load/index.ts'

const opening = /^(:{3,})table(?:\[.*\])?\{.*\}[ \t]*$/
const closing = /^:{3,}[ \t]*$/
const fence = /^:{3,}/

/**
 * Makes tables of the rows with tabs that were pasted between `:::table…` and `:::`, where it is certain what was meant:
 * at least two rows on a line each, all with the same number of cells, none of which begins with a quotation mark, as
 * Excel has them around cells of several lines. Everything else stays as it is.
 *
 * Cells are Markdown, as everything in the file; only a bar in them is escaped.
 *
 * @param raw  a Markdown file, perhaps with a byte order mark and CRLF
 */
export function withPastedTables(raw: string): {text: string; tables: number} {
  const lines = raw.split('\n')
  const end = /\r$/.test(lines[0] ?? '') ? '\r' : ''
  const kept: string[] = []
  let tables = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    kept.push(line)
    if (!opening.test(withoutReturn(line))) continue
    let to = at + 1
    while (to < lines.length && !fence.test(lines[to] ?? '')) to++
    if (!closing.test(withoutReturn(lines[to] ?? ''))) continue
    const made = tableOf(lines.slice(at + 1, to).map(withoutReturn))
    if (!made) continue
    for (const row of made) kept.push(row + end)
    at = to - 1
    tables++
  }
  return {text: kept.join('\n'), tables}
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/, '')
}

/** The lines of the table that rows with tabs are, and what stands under them; nothing where they are none for certain. */
function tableOf(inside: readonly string[]): string[] | undefined {
  const first = inside.findIndex((line) => line.trim() !== '')
  const rest = inside.slice(first)
  const length = rest.findIndex((line) => line.trim() === '')
  const [rows, under] = length < 0 ? [rest, []] : [rest.slice(0, length), rest.slice(length)]
  if (first < 0 || rows.length < 2 || under.some((line) => line.includes('\t'))) return undefined
  const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()))
  const columns = cells[0]?.length ?? 0
  if (columns < 2 || cells.some((row) => row.length !== columns)) return undefined
  // What is a table already begins with a bar.
  if (
    cells.flat().some((cell) => cell.startsWith('"')) ||
    rows.some((row) => row.trimStart().startsWith('|'))
  )
    return undefined
  const lines = cells.map((row) => `| ${row.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`)
  lines.splice(1, 0, `|${'---|'.repeat(columns)}`)
  return isTable(lines, rows.length, columns) ? [...lines, ...under] : undefined
}

/** Whether Markdown reads it as one table of this size. */
function isTable(lines: readonly string[], rows: number, columns: number): boolean {
  const {children} = markdown.parse(lines.join('\n')) as Root
  const [table, ...more] = children as Table[]
  return (
    more.length === 0 &&
    table?.type === 'table' &&
    table.children.length === rows &&
    table.children.every(({children: cells}) => cells.length === columns)
  )
}
