import {quote} from '../message/index.ts'
import type {Looking} from './description-findings-types.ts'
import type {ColumnDescription, TableDescription} from './description-types.ts'
import type {HeldType} from './field-types.ts'
import {unknown} from './findings.ts'
import {phraseFinding} from './phrase-finding.ts'

/** What each cell needs of the key that it names. Words and labels stand elsewhere, under the value of the key. */
const cells: [keyof ColumnDescription, readonly HeldType[]][] = [
  ['number', ['number']],
  ['money', ['number']],
  ['share', ['number']],
  ['date', ['date']],
  ['times', ['text']],
  ['label', ['text']],
  ['decision', ['text']],
  ['meeting', ['text']],
  ['document', ['text']],
]

/** Findings about one table: its rows, its columns with their cells, what it adds up, its words. */
export function tableFindings(look: Looking, name: string, table: TableDescription): void {
  const {yaml, say, asks, templates} = look
  const at = (...rest: (string | number)[]): (string | number)[] => ['tables', name, ...rest]
  const rows = table.rows.split('.')
  asks(table.rows, ['list'], at('rows'))
  asks(table['known-from'], ['date'], at('known-from'))
  asks(table['row-id'] ?? 'id', ['text'], at(table['row-id'] ? 'row-id' : 'rows'), rows)
  asks(table['split-by'], ['date'], at('split-by'), rows)
  asks(table.order?.by, ['text'], at('order', 'by'), rows)
  asks(table.order?.as, ['text'], at('order', 'as'))
  phraseFinding(look, table.caption, at('caption'))
  if (table.totals?.phrase) phraseFinding(look, table.totals.phrase, at('totals', 'phrase'))
  asks(table.totals?.by, ['text'], at('totals', 'by'), rows)
  for (const [index, column] of table.columns.entries()) {
    columnFindings(look, column, at('columns', index), rows)
    if (!templates.names.columns.has(column.id))
      say(
        yaml,
        at('columns', index, 'id'),
        'template-keys',
        `The column ${quote(column.id)} has no heading. Add “${column.id}: …” under “columns” in templates/labels.<language>.yaml, in every language.`,
      )
  }
  for (const [index, id] of (table.totals?.columns ?? []).entries()) {
    const column = table.columns.find((candidate) => candidate.id === id)
    if (!column)
      say(
        yaml,
        at('totals', 'columns', index),
        'unknown-column',
        unknown(
          'column',
          id,
          table.columns.map((known) => known.id),
        ),
      )
    else if (column.number === undefined && column.money === undefined)
      say(
        yaml,
        at('totals', 'columns', index),
        'description-type',
        `The column ${quote(id)} cannot be added up, because it holds no numbers or amounts. Name another column.`,
      )
  }
}

function columnFindings(
  {yaml, say, asks}: Looking,
  column: ColumnDescription,
  pointer: (string | number)[],
  rows: readonly string[],
): void {
  const found = [...cells.map(([key]) => key), 'words' as const].filter((key) => column[key] !== undefined)
  if (found.length !== 1)
    say(
      yaml,
      found[1] ? [...pointer, found[1]] : pointer,
      'description-form',
      'A column has exactly one cell: words, number, money, share, date, times, label, decision, meeting or document. Write one of them.',
    )
  if ((column.label === undefined) !== (column.of === undefined))
    say(
      yaml,
      pointer,
      'description-form',
      'A “label” and the key of the labels under which its names stand (“of”) belong together. Write both.',
    )
  asks(column.by, ['text'], [...pointer, 'by'], rows)
  for (const [key, types] of cells)
    for (const [place, path] of [column[key] ?? []].flat().entries())
      asks(
        String(path),
        types,
        Array.isArray(column[key]) ? [...pointer, key, place] : [...pointer, key],
        rows,
      )
}
