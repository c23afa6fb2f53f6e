import type {Nodes, Parents, RowContent, Table} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {Edit} from '../../fix/index.ts'
import {addAll} from '../../message/index.ts'
import {headsOf, pictureIn, writtenGrid, writtenNames} from '../../tree/index.ts'
import {
  endOfWords,
  gapBefore,
  hasWords,
  isLabel,
  type Pattern,
  rangeOf,
  renderedBlock,
  renderedBlocks,
} from './rendered-block.ts'

/**
 * Edits that put the blocks into a translation whose words came back and that it lacks: each behind what stands before it
 * in the original.
 *
 * @param originals  blocks of the original beside one another
 * @param translations  those of the translation
 * @param pattern  the original with the words
 * @param start  where a translation without blocks has its first
 * @param begun  the block of the translation that the first of the original is, where that is known
 */
export function missingBlocks(
  originals: readonly Nodes[],
  translations: readonly Nodes[],
  pattern: Pattern,
  start: number,
  begun?: Nodes,
): Edit[] {
  const edits = new Map<number, string>()
  const below: Edit[] = []
  let last: Nodes | undefined
  let end = 0
  for (const [index, original] of originals.entries()) {
    const own = (index === 0 ? begun : undefined) ?? counterpart(original, translations, last)
    if (own) {
      addAll(below, inside(original, own, pattern))
      last = own
      end = endOf(original, own, pattern.translation)
      continue
    }
    const text = isLabel(original) ? undefined : renderedBlock(original, pattern)
    if (text === undefined) continue
    const [first] = translations
    if (last && isLabel(last)) {
      const at = pattern.translation.indexOf('\n', end)
      const behind = translations.length > 1 ? gapBefore(originals, index + 1, pattern).slice(1) : ''
      edits.set(at, `${edits.get(at) ?? ''}\n${text}${behind}`)
    } else if (last) {
      const at = end
      edits.set(at, (edits.get(at) ?? '') + gapBefore(originals, Math.max(1, index), pattern) + text)
    } else if (first) {
      const at = rangeOf(first)[0]
      edits.set(at, `${edits.get(at) ?? ''}${text}${gapBefore(originals, index + 1, pattern) || '\n\n'}`)
    } else edits.set(start, `${edits.get(start) ?? ''}\n${text}\n`)
  }
  return [...below, ...[...edits].map(([at, text]) => ({start: at, end: at, text}))]
}

/** Where a block ends; of two lists that are one where what parts them is missing, behind the last item of the first. */
function endOf(original: Nodes, own: Nodes, text: string): number {
  if (original.type !== 'list' || own.type !== 'list') return endOfWords(own, text)
  const ids = new Set(idsIn(original))
  const last = own.children.findLast((item) => idsIn(item).some((id) => ids.has(id)))
  return endOfWords(last ?? own, text)
}

function inside(original: Nodes, own: Nodes, pattern: Pattern): Edit[] {
  if (!hasWords(original, pattern) || !('children' in original) || !('children' in own)) return []
  const below: Edit[] = []
  if (original.type === 'containerDirective' && own.type === 'containerDirective') {
    const [table, other] = [tableIn(original), tableIn(own)]
    if (table && other) addAll(below, missingCells([original, table], [own, other], pattern))
  }
  if (original.type === 'paragraph') return missingDescription(original, own, pattern)
  if (['heading', 'table'].includes(original.type)) return []
  const blocks = missingBlocks(
    original.children as Nodes[],
    own.children as Nodes[],
    pattern,
    rangeOf(own)[1],
  )
  return [...below, ...blocks]
}

/** What a picture shows, where its brackets are empty: `![](map.png)`. */
function missingDescription(original: Nodes, own: Nodes, {units}: Pattern): Edit[] {
  const words = units.get(rangeOf(original)[0] + '!['.length)?.words
  const image = pictureIn(own)
  if (words === undefined || !pictureIn(original) || !image || image.alt) return []
  const at = rangeOf(own)[0] + '!['.length
  return [{start: at, end: at, text: words}]
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
  const named = name === undefined ? undefined : translations.find((node) => nameOf(node) === name)
  // An item may lack its own words and have others under it.
  if (named || (name !== undefined && original.type !== 'listItem')) return named
  if (!('children' in original)) return undefined
  const ids = new Set(idsIn(original))
  const same = translations.find(
    (node) => node.type === original.type && idsIn(node).some((id) => ids.has(id)),
  )
  if (same) return same
  // What stands between lines of colons may hold nothing that has an id.
  if (original.type === 'containerDirective')
    return translations.find(
      (node) => node.type === original.type && node.name === original.name && idsIn(node).length === 0,
    )
  if (original.type !== 'list' || !before) return undefined
  // A list belongs to the paragraph before it, whatever items it has.
  const next = translations[translations.indexOf(before) + 1]
  return next?.type === 'list' ? next : undefined
}

function nameOf(node: Nodes): string | undefined {
  if (isLabel(node)) return 'label'
  if (pictureIn(node)) return 'picture'
  if (node.type === 'table') return 'table'
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
  const edits: Edit[] = []
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
        if (beside) addAll(edits, insideCell(cell, beside, pattern))
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

/** Words for a cell that has none, behind the bar or the hyphen that opens it; blocks behind the first of a cell. */
function insideCell(cell: RowContent, own: RowContent, pattern: Pattern): Edit[] {
  if (own.children.length > 0) {
    const [blocks, others] = [blocksOf(cell), blocksOf(own)]
    const isBegun = blocks[0]?.type === 'paragraph' && others[0]?.type === 'paragraph'
    return missingBlocks(blocks, others, pattern, rangeOf(own)[1], isBegun ? others[0] : undefined)
  }
  const first = cell.children[0]?.position?.start.offset
  const isOneLine = cell.type === 'tableCell'
  const words = isOneLine ? pattern.units.get(first ?? -1)?.words : renderedBlocks(blocksOf(cell), pattern)
  const at = rangeOf(own)[0] + 1
  return words ? [{start: at, end: at, text: ` ${words}`}] : []
}

/** What a cell holds as blocks: words alone are a paragraph. */
function blocksOf(cell: RowContent): Nodes[] {
  if (cell.type !== 'tableCell') return cell.children as Nodes[]
  return [{...cell, type: 'paragraph'} as Nodes]
}
