import type {Node, Paragraph, Table} from 'mdast'
import {error} from '../../message/index.ts'
import {type CaptionedTable, headsOf, type TableCaption, writtenGrid} from '../../tree/index.ts'
import {noteExample} from '../examples.ts'
import type {BlockDirective} from './block-directive.ts'
import {markedWords, type PartContext, placeOf, unitOf} from './part-context.ts'
import {contentWidths, numberColumns} from './table-columns.ts'
import {namesOf} from './table-names.ts'
import {clauseInTable, tableRows} from './table-rows.ts'

/**
 * `:::table[Caption]{id=…}`: a table of the author's, in either of its forms; columns and rows are named by the ids of
 * cells that head them.
 */
export const writtenTable: BlockDirective = (node, part) => {
  const unit = node.attributes?.id ?? ''
  const [label, rest] = labelIn(node.children)
  const [table, ...under] = rest
  const stray = table?.type === 'table' ? under.find(({type}) => type !== 'paragraph') : (table ?? node)
  if (table?.type !== 'table' || stray || node.type !== 'containerDirective') {
    reportContent(part, stray ?? node)
    return []
  }
  if (part.isExample)
    noteExample(part.context, {
      path: part.path,
      place: placeOf(node) ?? {start: {line: 1, column: 1}, end: {line: 1, column: 1}},
      what: 'This table is an example.',
    })
  const {headRows, headColumns, widths} = headsOf(node)
  const grid = writtenGrid(table as Table)
  const names = namesOf(grid, headRows, part)
  const rows = tableRows(grid, {unit, names}, part)
  const align = table.data?.isList ? numberColumns(grid, headRows) : ((table as Table).align ?? null)
  const captioned: CaptionedTable = {
    type: 'captionedTable',
    unit,
    widths: [],
    ...(widths ? {hasOwnWidths: true} : {}),
    ...(headRows === 1 ? {} : {headRows}),
    ...(headColumns === 1 ? {} : {headColumns}),
    ...(node.attributes?.turned === undefined ? {} : {isTurned: true}),
    children: [
      ...(label ? [captionOf(label, unit, part)] : []),
      {type: 'table', align, children: rows},
      ...(under as Paragraph[]).map((paragraph) => clauseInTable(paragraph, unitOf(paragraph), part)),
    ] as CaptionedTable['children'],
    ...(node.position ? {position: node.position} : {}),
  }
  captioned.widths = widths ?? contentWidths({type: 'table', children: rows}, grid.columns)
  return [captioned]
}

/** The caption between brackets and what stands under it. */
function labelIn(children: readonly Node[]): [Paragraph | undefined, Node[]] {
  const [first, ...rest] = children
  const isLabel = first?.data !== undefined && 'directiveLabel' in first.data
  return isLabel ? [first as Paragraph, rest] : [undefined, [...children]]
}

function captionOf(label: Paragraph, unit: string, part: PartContext): TableCaption {
  return {
    type: 'tableCaption',
    unit: `${unit}.caption`,
    children: markedWords(part, label),
  }
}

function reportContent(part: PartContext, at: Node): void {
  const reason =
    at.type === 'containerDirective'
      ? 'No rows stand between “:::table” and “:::”. Write them there, or delete both lines.'
      : 'Between “:::table” and “:::” stand the rows of one table and, under them, paragraphs that belong to it, such as its source. Move the rest out.'
  part.context.messages.push(
    error(reason, {
      path: part.path,
      ruleId: 'table-content',
      place: placeOf(at),
      language: part.context.language.code,
    }),
  )
}
