import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'

/** A cell of a table as a browser reads it. */
export interface ReadCell {
  row: number
  column: number
  across: number
  down: number
  isHead: boolean
  /** Its paragraphs and items, without their labels. */
  words: string[]
  /** Words of the cells that head it. */
  heads?: string[]
}

/**
 * The tables of a page, read by the rules of HTML (WHATWG, 4.9.12: forming a table; header cells by `headers`, else by the
 * scopes of the cells to the left and above).
 */
export function tablesOfHtml(html: string): ReadCell[][] {
  return elements(fromHtml(html), 'table').map(readTable)
}

function readTable(table: Element): ReadCell[] {
  const cells: (ReadCell & {element: Element})[] = []
  const taken = new Map<string, ReadCell & {element: Element}>()
  for (const [row, line] of elements(table, 'tr').entries()) {
    let column = 0
    for (const element of line.children) {
      if (element.type !== 'element' || !/^t[hd]$/.test(element.tagName)) continue
      while (taken.has(`${row}.${column}`)) column++
      const across = Number(element.properties.colSpan ?? 1)
      const down = Number(element.properties.rowSpan ?? 1)
      const isHead = element.tagName === 'th'
      const cell = {row, column, across, down, isHead, words: wordsOf(element), element}
      cells.push(cell)
      for (let below = row; below < row + down; below++)
        for (let right = column; right < column + across; right++) {
          if (taken.has(`${below}.${right}`)) throw new Error(`Two cells stand at ${below}.${right}.`)
          taken.set(`${below}.${right}`, cell)
        }
    }
  }
  return cells.map(({element, ...cell}) => ({
    ...cell,
    ...(cell.isHead ? {} : {heads: headsOf(cell, element, taken, cells)}),
  }))
}

function headsOf(
  {row, column}: ReadCell,
  element: Element,
  taken: ReadonlyMap<string, ReadCell & {element: Element}>,
  cells: readonly (ReadCell & {element: Element})[],
): string[] {
  const named = element.properties.headers as string[] | undefined
  if (named)
    return named.map((id) => {
      const head = cells.find((cell) => cell.isHead && cell.element.properties.id === id)
      if (!head) throw new Error(`No head has the id ${id}.`)
      return head.words.join(' ')
    })
  // One that takes several columns or rows is met several times.
  const heads = new Set<ReadCell & {element: Element}>()
  const add = (place: string, scope: string): void => {
    const cell = taken.get(place)
    if (cell?.isHead && cell.element.properties.scope === scope) heads.add(cell)
  }
  for (let left = column - 1; left >= 0; left--) add(`${row}.${left}`, 'row')
  for (let above = row - 1; above >= 0; above--) add(`${above}.${column}`, 'col')
  return [...heads].map(({words}) => words.join(' '))
}

function elements(node: Nodes, name: string): Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === name ? [child] : elements(child, name),
  )
}

function wordsOf(cell: Element): string[] {
  const paragraphs = elements(cell, 'p')
  return (paragraphs.length > 0 ? paragraphs : [cell]).map(textOf).filter((text) => text !== '')
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  const isLabel = node.type === 'element' && [node.properties.className].flat().includes('num')
  return isLabel || !('children' in node) ? '' : node.children.map(textOf).join('').trim()
}
