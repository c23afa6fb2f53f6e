import type {
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RowContent,
  Table,
  TableRow,
  Text,
} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {BlockCell, Merged} from '../tree/index.ts'

/**
 * Plugin: makes tables of the lists in `:::table`, a row of each item and a cell of each item under it, and takes what
 * merges cells (`:across[2]`, `:down[3]`) off the words of cells in tables of either form. From here on a table is a
 * table, however it was typed.
 *
 * A list that is none stays as it is, and so does a mark that says no number: `validate` says so of both.
 */
export function listTables(): (tree: Root) => void {
  return (tree) => {
    walk(tree)
  }
}

function walk(parent: Parents): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'containerDirective' && child.name === 'table') formTable(child)
    else if ('children' in child && child.type !== 'paragraph') walk(parent.children[index] as Parents)
  }
}

function formTable(directive: ContainerDirective): void {
  for (const [index, child] of directive.children.entries()) {
    const table = child.type === 'list' ? tableOf(child) : child
    if (table?.type !== 'table') continue
    directive.children[index] = table
    for (const row of table.children) for (const cell of row.children) takeMerged(cell)
  }
}

/** The table that a list of lists is; undefined where an item of it is no row. */
function tableOf(list: List): Table | undefined {
  const rows = list.children.map(rowOf)
  if (rows.some((row) => row === undefined)) return undefined
  return {
    type: 'table',
    data: {isList: true},
    children: rows as TableRow[],
    ...(list.position ? {position: list.position} : {}),
  }
}

function rowOf(item: ListItem): TableRow | undefined {
  const [cells, ...more] = item.children
  if (cells === undefined) return {type: 'tableRow', children: [], ...placed(item)}
  if (cells.type !== 'list' || more.length > 0) return undefined
  return {type: 'tableRow', children: cells.children.map(cellOf), ...placed(item)}
}

/** Words alone are the cell; several paragraphs, or a list, stand in it as blocks. */
function cellOf(item: ListItem): RowContent {
  const [first, ...more] = item.children
  if (first === undefined) return {type: 'tableCell', children: [], ...placed(item)}
  if (first.type === 'paragraph' && more.length === 0)
    return {type: 'tableCell', children: first.children, ...placed(first)}
  return {type: 'blockCell', children: item.children as BlockCell['children'], ...placed(item)}
}

function placed({position}: Nodes): Pick<Nodes, 'position'> {
  return position ? {position} : {}
}

const merges: ReadonlyMap<string, keyof Merged> = new Map([
  ['across', 'across'],
  ['down', 'down'],
])
const mostDigits = 4

/** Writes on a cell how many columns and rows it has, and takes the marks that say so from before its words. */
function takeMerged(cell: RowContent): void {
  const words = wordsOf(cell)
  if (!words) return
  const merged: Merged = {}
  for (let first = words.children[0]; first !== undefined; first = words.children[0]) {
    const side = first.type === 'textDirective' ? merges.get(first.name) : undefined
    const count = side && countOf(first)
    if (!side || count === undefined || merged[side] !== undefined) break
    merged[side] = count
    words.children.shift()
    trimStart(words)
  }
  if (Object.keys(merged).length === 0) return
  cell.data = {...cell.data, merged}
  // The marks may stand on a line of their own, before a list.
  if (cell.type === 'blockCell' && words.children.length === 0) cell.children.shift()
}

function wordsOf(cell: RowContent): {children: PhrasingContent[]} | undefined {
  if (cell.type === 'tableCell') return cell
  const [first] = cell.children
  return first?.type === 'paragraph' ? (first as Paragraph) : undefined
}

function countOf(node: Nodes): number | undefined {
  const [only, ...more] = 'children' in node ? (node.children as Nodes[]) : []
  if (only?.type !== 'text' || more.length > 0) return undefined
  return new RegExp(`^[1-9][0-9]{0,${mostDigits - 1}}$`).test(only.value) ? Number(only.value) : undefined
}

function trimStart({children}: {children: PhrasingContent[]}): void {
  const first = children[0] as Text | undefined
  if (first?.type !== 'text') return
  const trimmed = first.value.trimStart()
  const cut = first.value.length - trimmed.length
  if (cut === 0) return
  if (trimmed === '') children.shift()
  else {
    first.value = trimmed
    const start = first.position?.start
    if (start) {
      start.column += cut
      if (start.offset !== undefined) start.offset += cut
    }
  }
}
