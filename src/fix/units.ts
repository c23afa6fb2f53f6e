import type {Nodes, Parents, Root, RowContent} from 'mdast'
import {type BlockCell, headsOf, pictureIn} from '../tree/index.ts'

/** A place in Markdown that has or wants a unit id, in document order. */
export interface UnitPlace {
  /** What it is and how deep, so that only like is matched with like: `paragraph/0`, `item/2`, `heading/2`. */
  shape: string
  /** Its id, when it has one. */
  id: string | undefined
  /** Offset in the text behind its last word, where an id is put. */
  end: number
  /** Words, for a new id. */
  words: string
}

/**
 * Paragraphs, headings, items and naming cells of a Markdown file.
 *
 * @param tree  the source tree, with positions
 * @param text  the same file's text
 */
export function unitPlaces(tree: Root, text: string): UnitPlace[] {
  const places: UnitPlace[] = []
  collect(tree, 0, text, places)
  return places
}

function collect(node: Parents, depth: number, text: string, places: UnitPlace[]): void {
  for (const child of node.children as Nodes[]) {
    // Its id stands in the braces of the lines around it.
    if (pictureIn(child)) continue
    const isLabel = 'data' in child && child.data !== undefined && 'directiveLabel' in child.data
    if (child.type === 'paragraph' && node.type !== 'footnoteDefinition' && !isLabel)
      add(child, node.type === 'listItem' ? `item/${depth}` : `paragraph/${depth}`, text, places)
    else if (child.type === 'heading') add(child, `heading/${child.depth}`, text, places)
    else if (child.type === 'table') {
      const headRows = node.type === 'containerDirective' ? Math.max(1, headsOf(node).headRows) : 1
      for (const [row, {children}] of child.children.entries()) {
        // A row whose first cell is empty, such as one that another covers, is named by the first that is not.
        const naming = Math.max(0, children.findIndex(isFilled))
        const isHead = row < headRows
        for (const [column, cell] of children.entries()) {
          const isNaming = isHead ? (cell.data?.merged?.across ?? 1) === 1 : column === naming
          collectCell(cell, {isHead, isNaming, depth}, text, places)
        }
      }
    } else if ('children' in child && !isLabel)
      collect(child as Parents, child.type === 'list' ? depth + 1 : depth, text, places)
  }
}

/** Cells that head a row or a column have an id, and so has all but the first of what a cell of blocks holds. */
function collectCell(
  cell: RowContent,
  {isHead, isNaming, depth}: {isHead: boolean; isNaming: boolean; depth: number},
  text: string,
  places: UnitPlace[],
): void {
  const shape = `cell/${isHead ? 'column' : 'row'}`
  if (cell.type === 'tableCell') {
    if (isNaming) add(cell, shape, text, places)
    return
  }
  const [first, ...more] = cell.children
  if (first?.type === 'paragraph') {
    if (isNaming) add(first, shape, text, places)
  } else if (first) more.unshift(first)
  collect({type: 'blockCell', children: more} as BlockCell, depth, text, places)
}

function isFilled(cell: RowContent): boolean {
  return cell.children.length > 0 || cell.data?.unitMark !== undefined
}

function add(node: Nodes & {children: Nodes[]}, shape: string, text: string, places: UnitPlace[]): void {
  const last = node.children.at(-1)
  const start = node.children[0]?.position?.start.offset
  const end = last?.position?.end.offset
  const id = node.data?.unitMark?.id
  if (id === undefined && (start === undefined || end === undefined || start === end)) return // Nothing to name.
  places.push({shape, id, end: end ?? 0, words: text.slice(start, end)})
}
