import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {lines} from '../html/index.ts'

/** A table of one of the pages. */
export interface DataTable {
  id: string
  caption: ElementContent[]
  /** Whether a heading above says the same, so that only those who hear the page need the caption. */
  isCaptionHidden?: boolean
  columns: {heading: string; isNumeric?: boolean; share?: 10 | 15 | 20 | 30 | 35 | 40 | 50}[]
  /** Whether the names of the rows are as long as sentences, and go on on another line. */
  hasLongNames?: boolean
  /** Cells of each row; the first names the row. */
  rows: ElementContent[][][]
  /** Ids of the rows, in their order. */
  ids?: (string | undefined)[]
}

/** A table in a region of its own, which scrolls where the window is narrower. */
export function dataTable({
  id,
  caption,
  isCaptionHidden,
  hasLongNames,
  columns,
  rows,
  ids,
}: DataTable): Element {
  const cellClass = (column: number): string[] => (columns[column]?.isNumeric ? ['right'] : [])
  return h('div', {className: ['table'], role: 'region', tabIndex: 0, ariaLabelledBy: `${id}-caption`}, [
    h(
      'table',
      {id},
      lines([
        h('caption', {id: `${id}-caption`, className: isCaptionHidden ? ['heard'] : []}, caption),
        h('thead', [
          h(
            'tr',
            columns.map(({heading, share}, column) =>
              h(
                'th',
                {scope: 'col', className: [...cellClass(column), ...(share ? [`w-${share}`] : [])]},
                heading,
              ),
            ),
          ),
        ]),
        h(
          'tbody',
          lines(
            rows.map((cells, row) =>
              h(
                'tr',
                {id: ids?.[row]},
                cells.map((cell, column) =>
                  column === 0
                    ? h('th', {scope: 'row', className: hasLongNames ? [] : ['nowrap']}, cell)
                    : h('td', {className: cellClass(column)}, cell),
                ),
              ),
            ),
          ),
        ),
      ]),
    ),
  ])
}
