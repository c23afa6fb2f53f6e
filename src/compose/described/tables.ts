import {type FactsDescription, factsOf, type TableDescription} from '../../resolve/index.ts'
import type {CaptionedTable, InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes} from '../dates.ts'
import {documentDate} from '../document-date.ts'
import {factValue} from '../fact-value.ts'
import {openLabel} from '../open-labels.ts'
import {phrase} from '../phrases.ts'
import {type Column, factTable, type Refusal, type Row} from '../tables/fact-table.ts'
import {knownLater, lacking, noFile} from '../tables/refusals.ts'
import {type CellsFrom, cellNodes, isNumeric} from './cells.ts'
import {
  isExample,
  isWholeExample,
  type ListedRecord,
  pathOf,
  recordsOf,
  subjectOf,
  valueAt,
  within,
} from './places.ts'
import {totalRows} from './totals.ts'

/**
 * The table that a description gives: every cell and sum leads back to its record, and the sign of an example stands
 * in the caption where the whole table rests on one, else at each value and sum that does.
 *
 * @param name  of the table, as documents call for it
 * @param sort  of facts, whose description it is
 */
export function describedTables(
  context: Context,
  name: string,
  sort: string,
  description: FactsDescription,
): CaptionedTable[] | Refusal {
  const table = description.tables?.[name] as TableDescription
  const subject = subjectOf(context, description.proposed)
  const yaml = factsOf(subject, sort)
  if (!yaml) return noFile(context, sort, subject)
  const missing = otherSorts(table, sort).find((other) => !factsOf(subject, other))
  if (missing) return noFile(context, missing, subject)
  const keys = pathOf(table.rows, sort).keys
  const from = knownFrom(context, description, table, sort)
  if (from && typeof from !== 'string') return from
  const records = recordsOf(context, {yaml, keys, dated: description.lists?.[table.rows]?.dated})
  if (!records) return lacking(subject, sort, keys[0] ?? '')
  const isWhole = isWholeExample(yaml, table)
  const cellsFrom: CellsFrom = {context, subject, sort, yaml, id: table['row-id'] ?? 'id'}
  const print = (rows: readonly ListedRecord[], unit: string, values: Record<string, InlineNode[]>) =>
    factTable(
      context,
      unit,
      factValue(context, {
        nodes: phrase(context, table.caption, {...values, state: stateOf(context, table, records)}),
        yaml,
        pointer: table.record === undefined ? [] : [table.record],
        record: table.record,
        isExample: isWhole,
      }),
      columnsFor(context, table),
      rowsFor(cellsFrom, table, rows, isWhole),
    )
  const unit = table.unit ?? name
  const sorted = inOrder(records, table, subject, sort)
  const split = table['split-by']
  if (split === undefined) return [print(sorted, unit, {date: documentDate(context)})]
  const days = [...new Set(sorted.map(({value}) => String(value[split])))]
  return days.map((day) =>
    print(
      sorted.filter(({value}) => value[split] === day),
      `${unit}-${day}`,
      {date: dateNodes(context, day)},
    ),
  )
}

/** Other sorts of facts that a table cannot do without. */
function otherSorts(table: TableDescription, sort: string): string[] {
  const paths = [table['known-from'], table.order?.as, ...table.columns.map(({words}) => words)]
  const led = paths.flatMap((path) => (path === undefined ? [] : pathOf(path, sort).sort))
  return [...led, ...(table.needs ?? [])]
}

/** The day from which the facts of a table are known; why there is no table where that is later, or missing. */
function knownFrom(
  context: Context,
  description: FactsDescription,
  table: TableDescription,
  sort: string,
): string | undefined | Refusal {
  const written = table['known-from'] ?? description['known-from']
  if (written === undefined) return undefined
  const subject = subjectOf(context, description.proposed)
  const path = pathOf(written, sort)
  const from = valueAt(subject, path)
  if (typeof from !== 'string') return lacking(subject, path.sort, path.keys[0] ?? '')
  return from <= context.asOf ? from : knownLater(context, sort, from)
}

/** `provisional` as long as everything in the table is still to come, for captions that say so. */
function stateOf(context: Context, table: TableDescription, records: readonly ListedRecord[]): string {
  const day = table['split-by']
  const isAhead = day !== undefined && records.every(({value}) => String(value[day]) > context.asOf)
  return isAhead ? 'provisional' : 'final'
}

/** Records in the order of the description, else in that of the file. */
function inOrder(
  records: readonly ListedRecord[],
  {order}: TableDescription,
  subject: ReturnType<typeof subjectOf>,
  sort: string,
): ListedRecord[] {
  if (!order) return [...records]
  const {sort: other, keys} = pathOf(order.as, sort)
  const list = valueAt(subject, {sort: other, keys: keys.slice(0, -1)})
  const key = keys.at(-1) ?? ''
  const values = Array.isArray(list) ? list.map((record) => within(record, [key])) : []
  return [...records].sort((a, b) => values.indexOf(a.value[order.by]) - values.indexOf(b.value[order.by]))
}

function columnsFor(context: Context, {columns}: TableDescription): Column[] {
  return columns.map((column) => ({
    id: column.id,
    heading: openLabel(context, 'columns', column.id),
    width: column.width,
    ...(isNumeric(column) ? {align: 'right' as const} : {}),
  }))
}

function rowsFor(
  from: CellsFrom,
  table: TableDescription,
  records: readonly ListedRecord[],
  isWhole: boolean,
): Row[] {
  const {context, yaml, id} = from
  const rows = records.map((record): Row => {
    const name = String(record.value[id])
    const isOwnExample = !isWhole && isExample(record.value)
    const value = (nodes: InlineNode[]): InlineNode[] =>
      factValue(context, {nodes, yaml, record: name, pointer: record.pointer, isExample: isOwnExample})
    return {id: name, cells: table.columns.map((column) => value(cellNodes(from, record, column)))}
  })
  // A table without rows says nothing: the sentence before it gives the number.
  if (rows.length === 0 && table.none !== undefined) return [rowOfNone(context, table, table.none)]
  return [...rows, ...totalRows(from, table, records, isWhole)]
}

function rowOfNone(context: Context, {columns}: TableDescription, label: string): Row {
  const place = columns.findIndex(({words}) => words !== undefined)
  const nodes = openLabel(context, 'columns', label)
  return {id: 'none', cells: columns.map((_, index) => (index === place ? nodes : []))}
}
