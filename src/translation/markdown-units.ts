import type {Nodes, Paragraph, Parents, PhrasingContent, RowContent, Table} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {MarkdownSource} from '../load/index.ts'
import {type Place, startOfFile} from '../message/index.ts'
import {conditionLine, headsOf, isConditional, pictureIn, writtenGrid, writtenNames} from '../tree/index.ts'
import {oneLine} from './one-line.ts'
import {wordsFile} from './stem.ts'
import type {TranslationUnit, UnitKind, UnitSurroundings} from './types.ts'

/** The units of a Markdown file without those of its front matter, known by the ids that its author gave. */
export function markdownUnits({path, file, tree}: MarkdownSource): TranslationUnit[] {
  const {stem = ''} = wordsFile(path) ?? {}
  const walk: Walk = {path, stem, text: String(file), units: []}
  walkFlow(tree, {isExample: false, conditions: [], depth: 0, isQuoted: false}, walk)
  return walk.units
}

interface Walk {
  path: string
  stem: string
  text: string
  units: TranslationUnit[]
}

function walkFlow(parent: Parents, around: UnitSurroundings, walk: Walk): void {
  for (const child of parent.children as Nodes[]) {
    if (child.type === 'paragraph') {
      if (!isLabel(child)) add(child.data?.unitMark?.id, 'paragraph', child, around, walk)
    } else if (child.type === 'heading') add(child.data?.unitMark?.id, 'heading', child, around, walk)
    else if (child.type === 'list') walkList(child.children, around, walk)
    else if (child.type === 'footnoteDefinition') walkNote(child.identifier, child, around, walk)
    else if (child.type === 'containerDirective') walkDirective(child, around, walk)
    else if (child.type === 'blockquote') walkFlow(child, {...around, isQuoted: true}, walk)
  }
}

function walkList(items: readonly Parents[], around: UnitSurroundings, walk: Walk): void {
  const within = {...around, depth: around.depth + 1}
  for (const item of items) {
    const [first, ...rest] = item.children as Nodes[]
    if (first?.type === 'paragraph') add(first.data?.unitMark?.id, 'item', first, within, walk)
    else if (first) rest.unshift(first)
    walkFlow({type: 'listItem', children: rest} as Parents, within, walk)
  }
}

function walkNote(name: string, note: Parents, around: UnitSurroundings, walk: Walk): void {
  for (const [index, child] of (note.children as Nodes[]).entries())
    if (child.type === 'paragraph')
      add(index === 0 ? `note-${name}` : `note-${name}.${index + 1}`, 'note', child, around, walk)
}

function walkDirective(node: ContainerDirective, around: UnitSurroundings, walk: Walk): void {
  if (isConditional(node as Nodes)) {
    const conditions = [...around.conditions, conditionLine(node)]
    walkFlow(node, {...around, conditions}, walk)
    return
  }
  const within = node.name === 'example' ? {...around, isExample: true} : around
  const {id} = node.attributes ?? {}
  if (id) {
    const label = node.children.find(isLabel)
    if (label) add(`${id}.caption`, 'caption', label as Paragraph, within, walk)
    for (const child of node.children) {
      if (child.type === 'table') walkTable(node, child, within, walk)
      const picture = pictureIn(child)
      if (picture) addDescription(id, child as Paragraph, picture.alt ?? '', within, walk)
    }
  }
  walkFlow({...node, children: node.children.filter((child) => !pictureIn(child))}, within, walk)
}

function walkTable(directive: ContainerDirective, table: Table, around: UnitSurroundings, walk: Walk): void {
  const grid = writtenGrid(table)
  const names = writtenNames(grid, headsOf(directive).headRows)
  for (const {cell, row, column, coveredBy} of grid.rows.flat()) {
    if (coveredBy) continue
    addCell(`${directive.attributes?.id}.${names.rows[row]}.${names.columns[column]}`, cell, around, walk)
  }
}

function addCell(id: string, cell: RowContent, around: UnitSurroundings, walk: Walk): void {
  if (cell.type === 'tableCell') {
    add(id, 'cell', cell, around, walk)
    return
  }
  const [first, ...rest] = cell.children as Nodes[]
  if (first?.type === 'paragraph') add(id, 'cell', first, around, walk)
  else if (first) rest.unshift(first)
  walkFlow({type: 'listItem', children: rest} as Parents, around, walk)
}

/** The words of a paragraph, heading or cell from its first character to the id behind its last. */
function add(
  id: string | undefined,
  kind: UnitKind,
  node: Extract<Nodes, {children: PhrasingContent[]}>,
  around: UnitSurroundings,
  walk: Walk,
): void {
  const [start, last] = [node.children[0]?.position?.start, node.children.at(-1)?.position?.end]
  if (id === undefined || start?.offset === undefined || last?.offset === undefined) return
  const typed = walk.text.slice(start.offset, last.offset)
  const mark = node.data?.unitMark ? (/(?:^|\s+)\^[^\s^]+\s*$/.exec(typed)?.[0].length ?? 0) : 0
  const words = typed.slice(0, typed.length - mark)
  const place: Place = {start, end: last}
  addUnit(id, {kind, words, nodes: node.children, place, start: start.offset, around}, walk)
}

function addDescription(
  id: string,
  paragraph: Paragraph,
  alt: string,
  around: UnitSurroundings,
  walk: Walk,
): void {
  const place = paragraph.position ?? startOfFile
  const from = paragraph.position?.start.offset ?? 0
  const typed = walk.text.slice(from, paragraph.position?.end.offset)
  const start = from + '!['.length
  const words = walk.text.slice(start, from + typed.lastIndexOf(']('))
  const nodes: PhrasingContent[] = [{type: 'text', value: alt}]
  addUnit(id, {kind: 'description', words, nodes, place, start, around}, walk)
}

function addUnit(
  id: string,
  {words, ...unit}: Omit<TranslationUnit, 'key' | 'source' | 'path' | 'end'> & {words: string},
  {path, stem, units}: Walk,
): void {
  units.push({key: `${stem}#${id}`, ...unit, source: oneLine(words), path, end: unit.start + words.length})
}

/** The words in brackets behind the name of a directive are no paragraph of their own. */
function isLabel(node: Nodes): boolean {
  return 'data' in node && node.data !== undefined && 'directiveLabel' in node.data
}
