import type {ColumnDescription, TableDescription} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import {factValue} from '../fact-value.ts'
import {phrase} from '../phrases.ts'
import {type Row, totalRow} from '../tables/fact-table.ts'
import {type CellsFrom, sumNodes} from './cells.ts'
import {isExample, type ListedRecord, pathOf} from './places.ts'

/** The rows of sums under a table: one for each value of a key where the description groups them, and one for all. */
export function totalRows(
  from: CellsFrom,
  table: TableDescription,
  records: readonly ListedRecord[],
  isWhole: boolean,
): Row[] {
  const {totals} = table
  if (!totals) return []
  const {by} = totals
  const groups = by === undefined ? [] : groupsOf(from, table, by, records)
  return [...groups, undefined].map((group) => {
    const added = records.filter(({value}) => group === undefined || value[by ?? ''] === group)
    const cells = table.columns.map((column, index) =>
      index === 0 ? nameOf(from, totals, group) : sumOf(from, table, column, added, isWhole),
    )
    return totalRow(group === undefined ? 'total' : `total-${group}`, cells)
  })
}

/** Values of a key in the order of their names in the labels, where they have names there. */
function groupsOf(
  {context}: CellsFrom,
  {columns}: TableDescription,
  by: string,
  records: readonly ListedRecord[],
): string[] {
  const values = new Set(records.map(({value}) => String(value[by])))
  const of = columns.find(({label}) => label === by)?.of
  const named = of === undefined ? [] : Object.keys(Object(Object(context.labels)[of]))
  return [
    ...named.filter((value) => values.has(value)),
    ...[...values].filter((value) => !named.includes(value)),
  ]
}

function nameOf(
  {context}: CellsFrom,
  {phrase: key, by}: NonNullable<TableDescription['totals']>,
  group: string | undefined,
): InlineNode[] {
  if (key === undefined) return [{type: 'text', value: context.labels.columns.total ?? ''}]
  return phrase(context, key, {[by ?? 'group']: group ?? 'all'})
}

/** The sum of a column, an example where any record behind it is one; nothing in a column that is not summed. */
function sumOf(
  from: CellsFrom,
  {totals, rows, record}: TableDescription,
  column: ColumnDescription,
  records: readonly ListedRecord[],
  isWhole: boolean,
): InlineNode[] {
  const key = column.money ?? column.number
  if (!totals?.columns.includes(column.id) || key === undefined) return []
  const sum = records.reduce((total, {value}) => total + Number(value[key] ?? 0), 0)
  const example = records.find(({value}) => isExample(value))
  const keys = pathOf(rows, from.sort).keys
  return factValue(from.context, {
    nodes: sumNodes(from, sum, column),
    yaml: from.yaml,
    record: record ?? keys[0],
    pointer: example?.pointer ?? keys,
    isExample: !isWhole && example !== undefined,
  })
}
