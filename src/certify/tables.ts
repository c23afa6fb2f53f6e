import type {Finished} from '../render/index.ts'
import {
  blocksOf,
  bookmarkOf,
  canonicalText,
  type FlowNode,
  gridOf,
  type PlacedCell,
  partsOfTable,
  segmentsOf,
} from '../tree/index.ts'
import {
  attribute,
  descendants,
  tablesOf,
  type WordCell,
  type WordPackage,
  type WordTable,
} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/**
 * Each table of the tree is there, with its cells where they stand and as many columns and rows as each takes, the rows of
 * its head repeated and no others, no row split between pages, and cells as wide as their columns.
 */
export function proveTables(pkg: WordPackage, {tree}: Finished): Proof {
  const {path} = tree.meta
  const due = tree.children.flatMap(({children}) => children.flatMap((node) => rowsDue(node, path)))
  const tables = tablesOf(pkg)
  const seen = tables.flatMap(({rows}) =>
    rows.map(({isHeader, isWhole, cells}) => {
      const kind = isWhole ? (isHeader ? 'header' : 'row') : 'split'
      return `${kind}: ${cells.map((cell) => placed(cell, firstBookmark(cell))).join(', ')}`
    }),
  )
  return {
    proven: {headerRows: tables.filter(({rows}) => rows.some(({isHeader}) => isHeader)).length},
    faults: [...differences('Rows of tables', seen, due), ...tables.flatMap(widthFaults)],
  }
}

function rowsDue(node: FlowNode, path: string): string[] {
  if (node.type === 'answerSpace') {
    const bookmark = bookmarkOf(path, node.unit)
    return [`row: ${placed({column: 0, across: 1, down: 1}, bookmark)}`]
  }
  if (node.type !== 'captionedTable') return []
  const {headRows = 1} = node
  return gridOf(partsOfTable(node).table).map((cells, index) => {
    const places = cells.map((cell) => placed(cell, bookmarkDue(cell, path)))
    return `${index < headRows ? 'header' : 'row'}: ${places.join(', ')}`
  })
}

/** Where a cell stands and how large it is, with what says which one it is. */
function placed({column, across, down}: Pick<WordCell, 'column' | 'across' | 'down'>, bookmark = ''): string {
  return `${column + 1} (${across}×${down}) ${bookmark}`.trim()
}

/** The bookmark of the first paragraph with words; of a cell that begins with an empty one or a list that of what follows. */
function bookmarkDue({cell}: PlacedCell, path: string): string | undefined {
  const units = cell.type === 'tableCell' ? [cell] : blocksOf(cell).flatMap(unitsIn)
  const first = units.find(({children}) => canonicalText(segmentsOf(children, path)) !== '')
  return first?.unit === undefined ? undefined : bookmarkOf(path, first.unit)
}

type Block = ReturnType<typeof blocksOf>[number]

function unitsIn(block: Block): {unit?: string | undefined; children: Parameters<typeof segmentsOf>[0]}[] {
  if (block.type === 'clause') return [{unit: block.unit, children: block.children[0].children}]
  return block.children.flatMap(({unit, children}) => {
    const [lead, ...below] = children
    const lists = below.filter((child) => child.type === 'provisionList')
    return [{unit, children: lead.children}, ...lists.flatMap(unitsIn)]
  })
}

function firstBookmark({element}: WordCell): string | undefined {
  return attribute(descendants(element, 'w:bookmarkStart')[0], 'w:name')
}

/** A cell is as wide as the columns that it takes; Word else widens some of them. */
function widthFaults({columns, rows}: WordTable): string[] {
  for (const {cells} of rows) {
    for (const {column, across, width} of cells) {
      const due = columns.slice(column, column + across).reduce((sum, one) => sum + one, 0)
      if (width !== due)
        return [
          `A cell in column ${column + 1} of a table is ${width} twips wide, and its columns are ${due}.`,
        ]
    }
  }
  return []
}
