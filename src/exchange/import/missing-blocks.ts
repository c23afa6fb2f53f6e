import type {Nodes, Parents, RowContent, Table} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {Edit} from '../../fix/index.ts'
import {headsOf, writtenGrid, writtenNames} from '../../tree/index.ts'
import {gapBefore, hasWords, isLabel, type Pattern, rangeOf, renderedBlock} from './rendered-block.ts'

/**
 * Edits that put the blocks into a translation whose words came back and that it lacks: each behind what stands before it
 * in the original.
 *
 * @param originals  blocks of the original beside one another
 * @param translations  those of the translation
 * @param pattern  the original with the words
 * @param start  where a translation without blocks has its first
 */
export function missingBlocks(
  originals: readonly Nodes[],
  translations: readonly Nodes[],
  pattern: Pattern,
  start: number,
): Edit[] {
  const edits = new Map<number, string>()
  const below: Edit[] = []
  let last: Nodes | undefined
  for (const [index, original] of originals.entries()) {
    const own = counterpart(original, translations, last)
    if (own) {
      below.push(...inside(original, own, pattern))
      last = own
      continue
    }
    const text = isLabel(original) ? undefined : renderedBlock(original, pattern)
    if (text === undefined) continue
    const [first] = translations
    if (last) {
      const at = rangeOf(last)[1]
      edits.set(at, (edits.get(at) ?? '') + gapBefore(originals, Math.max(1, index), pattern) + text)
    } else if (first) {
      const at = rangeOf(first)[0]
      edits.set(at, `${edits.get(at) ?? ''}${text}${gapBefore(originals, index + 1, pattern) || '\n\n'}`)
    } else edits.set(start, `${edits.get(start) ?? ''}\n${text}\n`)
  }
  return [...below, ...[...edits].map(([at, text]) => ({start: at, end: at, text}))]
}

function inside(original: Nodes, own: Nodes, pattern: Pattern): Edit[] {
  if (!hasWords(original, pattern) || !('children' in original) || !('children' in own)) return []
  if (original.type === 'containerDirective' && own.type === 'containerDirective') {
    const [table, other] = [tableIn(original), tableIn(own)]
    if (table && other) return missingCells([original, table], [own, other], pattern)
  }
  if (original.type === 'paragraph' || original.type === 'heading') return []
  return missingBlocks(original.children as Nodes[], own.children as Nodes[], pattern, rangeOf(own)[1])
}

function tableIn({children}: ContainerDirective): Table | undefined {
  return children.find((child) => child.type === 'table')
}

/** The block of a translation that a block of the original is: by its id, its name, or by what it holds. */
function counterpart(
  original: Nodes,
  translations: readonly Nodes[],
  before: Nodes | undefined,
): Nodes | undefined {
  const name = nameOf(original)
  if (name !== undefined) return translations.find((node) => nameOf(node) === name)
  if (!('children' in original)) return undefined
  const ids = new Set(idsIn(original))
  const same = translations.find(
    (node) => node.type === original.type && idsIn(node).some((id) => ids.has(id)),
  )
  if (same || original.type !== 'list' || !before) return same
  // A list belongs to the paragraph before it, whatever items it has.
  const next = translations[translations.indexOf(before) + 1]
  return next?.type === 'list' ? next : undefined
}

function nameOf(node: Nodes): string | undefined {
  if (isLabel(node)) return 'label'
  if (node.type === 'footnoteDefinition') return `note ${node.identifier}`
  if (node.type === 'listItem') return nameOf(node.children[0] as Nodes)
  if (node.type === 'leafDirective' || (node.type === 'containerDirective' && node.attributes?.id))
    return `${node.name} ${JSON.stringify(node.attributes?.id ?? node.attributes ?? {})}`
  const id = node.data?.unitMark?.id
  return id === undefined ? undefined : `id ${id}`
}

/** The ids of all that stands in a block. */
function idsIn(node: Nodes): string[] {
  const own =
    node.data?.unitMark?.id ?? (node.type === 'containerDirective' ? node.attributes?.id : undefined)
  const below = 'children' in node ? (node as Parents).children.flatMap((child) => idsIn(child as Nodes)) : []
  return own ? [own, ...below] : below
}

type TableOf = readonly [ContainerDirective, Table]

/** Rows that are not there, and words for cells that are empty. */
function missingCells([directive, table]: TableOf, [ownDirective, own]: TableOf, pattern: Pattern): Edit[] {
  const label = directive.children.find(isLabel)
  const ownLabel = ownDirective.children.find(isLabel)
  const edits = label && ownLabel ? inside(label, ownLabel, pattern) : []
  const names = writtenNames(writtenGrid(table), headsOf(directive).headRows)
  const ownNames = writtenNames(writtenGrid(own), headsOf(ownDirective).headRows)
  const added = new Map<number, string>()
  let last: Nodes | undefined
  for (const [index, row] of table.children.entries()) {
    const at = ownNames.rows.indexOf(names.rows[index] ?? '')
    const there = own.children[at]
    if (there) {
      last = there
      for (const [column, cell] of row.children.entries()) {
        const beside = there.children[ownNames.columns.indexOf(names.columns[column] ?? '')]
        const edit = beside && wordsOfCell(cell, beside, pattern)
        if (edit) edits.push(edit)
      }
      continue
    }
    const text = last && renderedRow(row, pattern)
    if (!last || text === undefined) continue
    const end = rangeOf(last)[1]
    added.set(end, (added.get(end) ?? '') + gapBefore(table.children, Math.max(1, index), pattern) + text)
  }
  return [...edits, ...[...added].map(([at, text]) => ({start: at, end: at, text}))]
}

function renderedRow(row: Nodes, pattern: Pattern): string | undefined {
  if (!hasWords(row, pattern)) return undefined
  return renderedBlock({...row, type: 'table'} as unknown as Nodes, pattern)
}

/** Words for a cell that has none: behind the bar or the hyphen that opens it. */
function wordsOfCell(cell: RowContent, own: RowContent, {units}: Pattern): Edit | undefined {
  if (own.children.length > 0) return undefined
  const first = cell.children[0]?.position?.start.offset
  const words = first === undefined ? undefined : units.get(first)?.words
  if (words === undefined) return undefined
  const at = rangeOf(own)[0] + 1
  return {start: at, end: at, text: ` ${words}`}
}
