import type {Properties} from 'hast'
import type {RowContent} from 'mdast'
import {
  blocksOf,
  type CaptionedTable,
  gridOf,
  htmlIdOf,
  isGroupRow,
  type PlacedCell,
  partsOfTable,
  toText,
} from '../../tree/index.ts'

/** What heads what in a table. */
export interface Heads {
  rows: PlacedCell[][]
  columns: number
  headRows: number
  headColumns: number
  /** The element of a cell, and what ties it to others. */
  of(cell: PlacedCell): {name: 'th' | 'td'; properties: Properties}
}

/** The heads of a table and the cells that they head. */
export function headsIn(node: CaptionedTable): Heads {
  const rows = gridOf(partsOfTable(node).table)
  const {headRows = 1, headColumns = 1, widths} = node
  const columns = widths.length
  const all = rows.flat()
  const scopes = new Map<PlacedCell, string>()
  for (const cell of all) {
    const scope = scopeOf(cell, {row: rows[cell.row] ?? [], columns, headRows, headColumns})
    if (scope) scopes.set(cell, scope)
  }
  const isSimple = headRows === 1 && all.every(({across, down}) => across === 1 && down === 1)
  const heads = [...scopes.keys()].filter(({cell}) => idOf(cell) !== undefined)
  const columnHeads = heads.filter(({row}) => row < headRows)
  const rowHeads = heads.filter(({row}) => row >= headRows)
  const groups = rowHeads.filter((head) => scopes.get(head) === 'rowgroup')
  return {
    rows,
    columns,
    headRows,
    headColumns,
    of: (cell) => {
      const scope = scopes.get(cell)
      const id = idOf(cell.cell)
      const name = scope ? 'th' : 'td'
      if (isSimple || scope === 'rowgroup') return {name, properties: {scope, id}}
      const above = columnHeads.filter((head) => head.row < cell.row && meets(head, cell, 'column', 'across'))
      const beside = rowHeads.filter(
        (head) => scopes.get(head) === 'row' && head.column < cell.column && meets(head, cell, 'row', 'down'),
      )
      const group = groups.findLast(({row}) => row < cell.row)
      const tied = [...above, ...(group ? [group] : []), ...beside].map((head) => idOf(head.cell) ?? '')
      return {name, properties: {scope, id, headers: tied.length > 0 ? tied : undefined}}
    },
  }
}

/** Whether two cells share a row or a column. */
function meets(a: PlacedCell, b: PlacedCell, at: 'row' | 'column', size: 'down' | 'across'): boolean {
  return a[at] < b[at] + b[size] && b[at] < a[at] + a[size]
}

/** Which cells a cell heads; none where it has no words, or is none of the heads. */
function scopeOf(
  {cell, row, column, across}: PlacedCell,
  table: {row: readonly PlacedCell[]; columns: number; headRows: number; headColumns: number},
): string | undefined {
  if (row < table.headRows) {
    // A corner without words heads nothing, and is none the less part of the head.
    return across > 1 ? 'colgroup' : 'col'
  }
  if (toText(cell) === '' || column >= table.headColumns) return undefined
  return isGroupRow(table.row, table.columns) ? 'rowgroup' : 'row'
}

/** The id of a cell: of one that holds blocks that of its first paragraph. */
function idOf(cell: RowContent): string | undefined {
  if (cell.type === 'tableCell') return cell.unit && htmlIdOf(cell.unit)
  const [first] = blocksOf(cell)
  return first?.type === 'clause' && first.unit ? htmlIdOf(first.unit) : undefined
}
