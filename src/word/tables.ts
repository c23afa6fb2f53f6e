import {elementsOf, part, type WordPackage} from './package.ts'
import {attribute, child, childrenOf, type XmlElement} from './xml.ts'

/** A cell of a table of a Word file as a reader sees it. */
export interface WordCell {
  /** The columns and rows that it takes, counted from 0. */
  column: number
  across: number
  down: number
  /** Its width in twips. */
  width: number
  element: XmlElement
}

/** A row of a table: whether it stands on each page, and whether it may be split between two. */
export interface WordRow {
  isHeader: boolean
  isWhole: boolean
  cells: WordCell[]
}

/** A table of a Word file. */
export interface WordTable {
  /** Widths of its columns in twips. */
  columns: number[]
  rows: WordRow[]
}

/**
 * The tables of the main document in their order, with cells that were merged across (`w:gridSpan`, ECMA-376 Part 1,
 * 17.4.17) and down (`w:vMerge`, 17.4.84: a cell that continues belongs to the one that it stands under).
 */
export function tablesOf(pkg: WordPackage): WordTable[] {
  part(pkg, 'word/document.xml')
  return elementsOf(pkg, 'word/document.xml', 'w:tbl').map((table) => {
    const columns = childrenOf(child(table, 'w:tblGrid'), 'w:gridCol').map((column) =>
      Number(attribute(column, 'w:w')),
    )
    // The cell that goes on downwards in each column.
    const open = new Map<number, WordCell>()
    return {columns, rows: childrenOf(table, 'w:tr').map((row) => rowOf(row, open))}
  })
}

function rowOf(row: XmlElement, open: Map<number, WordCell>): WordRow {
  const properties = child(row, 'w:trPr')
  const cells: WordCell[] = []
  let column = 0
  for (const element of childrenOf(row, 'w:tc')) {
    const own = child(element, 'w:tcPr')
    const across = Number(attribute(child(own, 'w:gridSpan'), 'w:val') ?? 1)
    const merge = child(own, 'w:vMerge')
    const above = open.get(column)
    if (merge && attribute(merge, 'w:val') !== 'restart' && above?.across === across) above.down += 1
    else {
      const width = Number(attribute(child(own, 'w:tcW'), 'w:w'))
      const cell: WordCell = {column, across, down: 1, width, element}
      cells.push(cell)
      if (merge) open.set(column, cell)
      else open.delete(column)
    }
    column += across
  }
  return {
    isHeader: child(properties, 'w:tblHeader') !== undefined,
    isWhole: child(properties, 'w:cantSplit') !== undefined,
    cells,
  }
}
