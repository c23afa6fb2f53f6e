import type {Paragraph, Table, TableCell, TableRow} from 'mdast'
import {error, largest, quote} from '../../message/index.ts'
import type {CaptionedTable, InlineNode} from '../../tree/index.ts'
import {toText} from '../../tree/index.ts'
import {noteExample} from '../examples.ts'
import type {BlockDirective} from './block-directive.ts'
import {missingMark, type PartContext, placeOf, words} from './part-context.ts'

/** `:::table[Caption]{id=…}`: a table of the author's; columns and rows are named by the ids of their first cells. */
export const writtenTable: BlockDirective = (node, part) => {
  const unit = node.attributes?.id ?? ''
  const [label, ...rest] = node.children
  const table = rest.find((child): child is Table => child.type === 'table')
  const stray = rest.find((child) => child.type !== 'table')
  if (!table || stray || rest.length !== 1) {
    part.context.messages.push(
      error('Between “:::table” and “:::” stands one table and nothing else. Move the rest out.', {
        path: part.path,
        ruleId: 'table-content',
        place: placeOf(stray ?? node),
        language: part.context.language.code,
      }),
    )
    return []
  }
  if (part.isExample)
    noteExample(part.context, {
      path: part.path,
      place: placeOf(node) ?? {start: {line: 1, column: 1}, end: {line: 1, column: 1}},
      what: 'This table is an example.',
    })
  const [header, ...body] = table.children
  const columnIds = (header?.children ?? []).map(
    (cell, index) => cell.data?.unitMark?.id ?? `column-${index + 1}`,
  )
  reportTwice(part, header?.children ?? [], 'column', columnIds)
  reportTwice(
    part,
    table.children.flatMap(({children}) => children[0] ?? []),
    'row',
    [header, ...body].map(rowIdOf),
  )
  const rows = [header, ...body].flatMap((row, index): TableRow[] =>
    row ? [namedRow(row, index, unit, columnIds, part)] : [],
  )
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    unit,
    widths: columnIds.map(() => 1),
    children: [
      {type: 'tableCaption', unit: `${unit}.caption`, children: captionOf(label as Paragraph, part)},
      {type: 'table', align: table.align ?? null, children: rows},
    ],
    ...(node.position ? {position: node.position} : {}),
  }
  captioned.widths = widthsOf(rows, columnIds.length)
  return [captioned]
}

function captionOf(label: Paragraph, part: PartContext): InlineNode[] {
  return missingMark(part, label) ?? words(part, label)
}

/** The row of the headings is named by the build; the id of its first cell is that of the first column. */
function rowIdOf(row: TableRow | undefined, index: number): string {
  return index === 0 ? 'heading' : (row?.children[0]?.data?.unitMark?.id ?? `row-${index}`)
}

/** Two rows or two columns of one name: their cells would have one id. */
function reportTwice(
  part: PartContext,
  cells: readonly TableCell[],
  what: 'row' | 'column',
  ids: readonly string[],
): void {
  for (const [index, id] of ids.entries()) {
    const cell = cells[index]
    if (!cell || ids.indexOf(id) === index) continue
    part.context.messages.push(
      error(`The ${what} ${quote(`^${id}`)} occurs twice in this table. Give one of them another id.`, {
        path: part.path,
        ruleId: 'unit-twice',
        place: placeOf(cell),
        language: part.context.language.code,
      }),
    )
  }
}

function namedRow(
  row: TableRow,
  index: number,
  unit: string,
  columnIds: string[],
  part: PartContext,
): TableRow {
  const rowId = rowIdOf(row, index)
  return {
    type: 'tableRow',
    children: row.children.map(
      (cell, column): TableCell => ({
        type: 'tableCell',
        unit: `${unit}.${rowId}.${columnIds[column]}`,
        children: words(part, cell, false) as InlineNode[] as TableCell['children'],
      }),
    ),
  }
}

const narrowest = 8
const widest = 60

/** Relative widths by the longest cell of each column, within bounds, so that short columns stay narrow. */
function widthsOf(rows: readonly TableRow[], columns: number): number[] {
  return Array.from({length: columns}, (_, column) => {
    const longest = largest(rows.map((row) => toText(row.children[column] ?? {type: 'text'}).length))
    return Math.min(widest, Math.max(narrowest, longest))
  })
}
