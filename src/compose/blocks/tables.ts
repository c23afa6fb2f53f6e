import type {AlignType, TableCell, TableRow} from 'mdast'
import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import type {SortOfFacts, Subject} from '../../resolve/index.ts'
import type {CaptionedTable, InlineNode} from '../../tree/index.ts'
import {capitalized} from '../capitals.ts'
import {type Context, reportError} from '../context.ts'
import {type PartContext, placeOf} from './part-context.ts'

/** A column of a generated table: its name in ids, its heading, its relative width. */
export interface Column {
  id: string
  heading: InlineNode[]
  width: number
  align?: AlignType
}

/** A row of a generated table: its name in ids, and its cells in the order of the columns. */
export interface Row {
  id: string
  cells: InlineNode[][]
}

/**
 * A table made from facts, every cell with its unit (table, row and column) and beginning with a capital.
 *
 * @param unit  id of the table
 */
export function factTable(
  context: Context,
  unit: string,
  caption: InlineNode[],
  columns: readonly Column[],
  rows: readonly Row[],
): CaptionedTable {
  const header: TableRow = {
    type: 'tableRow',
    children: columns.map(
      (column): TableCell => ({
        type: 'tableCell',
        unit: `${unit}.heading.${column.id}`,
        children: column.heading,
      }),
    ),
  }
  const body = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.cells.map(
        (children, index): TableCell => ({
          type: 'tableCell',
          unit: `${unit}.${row.id}.${columns[index]?.id}`,
          children: capitalized(context, children),
        }),
      ),
    }),
  )
  return {
    type: 'captionedTable',
    unit,
    widths: columns.map((column) => column.width),
    children: [
      {type: 'tableCaption', unit: `${unit}.caption`, children: caption},
      {type: 'table', align: columns.map((column) => column.align ?? null), children: [header, ...body]},
    ],
  }
}

/** Columns with their headings from the labels, in the order given, each with its relative width. */
export function columnsOf(context: Context, widths: Record<string, number>): Column[] {
  return Object.entries(widths).map(([id, width]) => ({
    id,
    heading: [{type: 'text', value: context.labels.columns[id] ?? ''}],
    width,
  }))
}

/** Text as nodes. */
export function text(value: string): InlineNode[] {
  return [{type: 'text', value}]
}

/** A row of sums: every cell in bold. */
export function totalRow(id: string, cells: readonly InlineNode[][]): Row {
  return {id, cells: cells.map((nodes) => [{type: 'strong', children: nodes as never}])}
}

/** Columns with the given ones at the right, as numbers stand. */
export function alignedRight(columns: readonly Column[], ids: readonly string[]): Column[] {
  return columns.map((column) => (ids.includes(column.id) ? {...column, align: 'right' as const} : column))
}

/**
 * Whether facts are known on the document's date; an error at the directive where they are not.
 *
 * @param from  ISO date from which they are known
 */
export function isKnownBy(
  part: PartContext,
  node: LeafDirective | ContainerDirective,
  name: SortOfFacts,
  from: string,
): boolean {
  const {asOf} = part.context.plan
  if (from <= asOf) return true
  reportError(
    part.context,
    part.path,
    placeOf(node),
    'facts-later',
    `What ${name}.yaml says is known only from ${from} on, and the document states the facts of ${asOf}. Correct one of the dates, or delete this line.`,
  )
  return false
}

/** An error at a block whose file of facts does not hold what it prints. */
export function reportLacking(
  part: PartContext,
  node: LeafDirective | ContainerDirective,
  name: SortOfFacts,
  key: string,
): [] {
  const {id} = part.context.plan.subject
  const reason = `documents/decisions/${id}/${name}.yaml has no “${key}:”. Add it there, or delete this line.`
  reportError(part.context, part.path, placeOf(node), 'facts-missing', reason)
  return []
}

/** Whether the subject has the facts that a directive prints; an error at the directive where it has not. */
export function needsFacts(
  part: PartContext,
  node: LeafDirective | ContainerDirective,
  subject: Subject,
  name: SortOfFacts,
): boolean {
  if (subject.facts[name]) return true
  reportError(
    part.context,
    part.path,
    placeOf(node),
    'facts-missing',
    `There is no ${name}.yaml in documents/decisions/${subject.id}/. Add it, or delete this line.`,
  )
  return false
}
