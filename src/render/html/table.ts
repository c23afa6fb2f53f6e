import type {Element, ElementContent, Properties} from 'hast'
import {h} from 'hastscript'
import type {RowContent} from 'mdast'
import {
  alignOfCell,
  blocksOf,
  type Caption,
  type CaptionedTable,
  type Clause,
  htmlIdOf,
  isGroupRow,
  isNumbered,
  isWhole,
  type PlacedCell,
  type ProvisionList,
  partsOfTable,
  toText,
} from '../../tree/index.ts'
import {inline} from './inline.ts'
import {labels} from './labels.ts'
import {type Heads, headsIn} from './table-heads.ts'
import {columnsClass} from './table-style.ts'
import {directionOf} from './writings.ts'

const newline: ElementContent = {type: 'text', value: '\n'}

/**
 * A table in a region of its own, which scrolls where the page is too narrow for it. The cells of a head are tied to those
 * that they head by `scope`, and in a table with several rows of heads, groups or merged cells also by `headers`
 * (W3C, WAI Tables Tutorial: irregular and multi-level headers).
 *
 * @param list  makes the element of a list in a cell
 */
export function captionedTable(node: CaptionedTable, list: (list: ProvisionList) => Element): Element {
  const {caption, table, under} = partsOfTable(node)
  const heads = headsIn(node)
  const {rows, headRows} = heads
  const cellOf = (cell: PlacedCell): Element => {
    const {name, properties} = heads.of(cell)
    const own = {...properties, ...looks(cell, alignOfCell(cell, table, cell.row < headRows), name === 'td')}
    return h(name, own, contentOf(cell.cell, list))
  }
  const bodies = groupsOf(rows.slice(headRows), heads)
  const named = caption
    ? {ariaLabelledBy: htmlIdOf(caption.unit)}
    : {ariaLabel: (rows[0] ?? []).map(({cell}) => toText(cell)).join(', ')}
  const className = node.isTurned ? ['table', 'turned'] : ['table']
  return h('div', {className, role: 'region', tabIndex: 0, ...named}, [
    h(
      'table',
      {id: htmlIdOf(node.unit), className: (node.sharesColumns || node.hasOwnWidths) && [columnsClass(node)]},
      [
        ...(caption ? [h('caption', {id: htmlIdOf(caption.unit)}, captionOf(caption)), newline] : []),
        ...(node.hasOwnWidths
          ? [
              h(
                'colgroup',
                node.widths.map(() => h('col')),
              ),
              newline,
            ]
          : []),
        ...(headRows > 0
          ? [
              h(
                'thead',
                rows.slice(0, headRows).map((cells) => h('tr', cells.map(cellOf))),
              ),
              newline,
            ]
          : []),
        ...bodies.map((body) =>
          h(
            'tbody',
            body.flatMap((cells): ElementContent[] => [newline, h('tr', cells.map(cellOf))]),
          ),
        ),
      ],
    ),
    ...under.flatMap((one): ElementContent[] => [newline, paragraphOf(one)]),
  ])
}

/** The words of a caption, with its number before them where it has one. */
export function captionOf(caption: Caption): ElementContent[] {
  return [...(isNumbered(caption) ? labels(caption) : []), ...inline(caption.children)]
}

/** How a cell looks: where it stands in its column, from which side it runs, and whether it is broken. */
function looks({cell, across, down}: PlacedCell, align: string | undefined, isData: boolean): Properties {
  const text = toText(cell)
  const classes = [...(align ? [align] : []), ...(isData && isWhole(text) ? ['whole'] : [])]
  return {
    className: classes.length > 0 ? classes : undefined,
    dir: directionOf(text),
    ...(across > 1 ? {colSpan: across} : {}),
    ...(down > 1 ? {rowSpan: down} : {}),
  }
}

/** The words of a cell, or its paragraphs and lists; the first paragraph has the cell's own id. */
function contentOf(cell: RowContent, list: (list: ProvisionList) => Element): ElementContent[] {
  if (cell.type === 'tableCell') return inline(cell.children)
  return blocksOf(cell).flatMap((block, index): ElementContent[] => {
    if (block.type === 'provisionList') return [newline, list(block)]
    return [newline, paragraphOf(index > 0 ? block : {...block, unit: undefined})]
  })
}

/** A paragraph of a cell, or one right under a table or a picture. */
export function paragraphOf({unit, children: [lead]}: Clause): Element {
  return h('p', {id: unit && htmlIdOf(unit), dir: directionOf(toText(lead))}, inline(lead.children))
}

/** Rows by the group that they stand in: each that heads a group begins one. */
function groupsOf(rows: readonly PlacedCell[][], {columns, headColumns}: Heads): PlacedCell[][][] {
  const groups: PlacedCell[][][] = [[]]
  for (const cells of rows) {
    if (headColumns > 0 && isGroupRow(cells, columns) && groups.at(-1)?.length) groups.push([])
    groups.at(-1)?.push(cells)
  }
  return groups
}
