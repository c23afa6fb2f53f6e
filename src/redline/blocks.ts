import {childrenOf, type XmlElement} from '../word/index.ts'
import {bookmarkNames} from './elements.ts'
import {readParagraph} from './read-paragraph.ts'
import {isOfUnit, type Side, type StoryPart, wordsBelow} from './side.ts'
import type {Paragraph} from './types.ts'

/** What follows each other in the body, in a cell or in a note. */
export type Block = {kind: 'paragraph'; paragraph: Paragraph} | {kind: 'table'; table: XmlElement}

/** The paragraphs and tables right inside an element. */
export function blocksIn(parent: XmlElement | undefined, side: Side, owner: StoryPart): Block[] {
  return childrenOf(parent).flatMap((one): Block[] => {
    if (one.name === 'w:p') return [{kind: 'paragraph', paragraph: readParagraph(one, side, owner)}]
    if (one.name === 'w:tbl') return [{kind: 'table', table: one}]
    return []
  })
}

/** A block as it is paired: its id is the same on both sides. */
export interface BlockUnit {
  id: string | undefined
  text: string
}

/**
 * Ids and texts of the blocks of both sides. A paragraph goes by the bookmark of its unit; a table by those that it shares
 * with one of the other side; an empty paragraph by what stands before it.
 */
export function unitsOfBlocks(
  before: readonly Block[],
  after: readonly Block[],
): {before: BlockUnit[]; after: BlockUnit[]} {
  const tables = sharedIds(before.map(unitNames), after.map(unitNames))
  return {before: unitsOf(before, tables.before), after: unitsOf(after, tables.after)}
}

function unitNames(block: Block): string[] {
  return block.kind === 'table' ? bookmarkNames(block.table).filter(isOfUnit) : []
}

/**
 * Ids for things that hold several bookmarks: of the two sides those share an id that share the most of them, the first
 * before the later.
 *
 * @returns undefined for what has no partner
 */
export function sharedIds(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): {before: (string | undefined)[]; after: (string | undefined)[]} {
  const places = new Map(after.flatMap((names, index) => names.map((name) => [name, index] as const)))
  const found: {one: number; other: number; count: number}[] = []
  for (const [one, names] of before.entries()) {
    const counts = new Map<number, number>()
    for (const name of names) {
      const other = places.get(name)
      if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
    for (const [other, count] of counts) found.push({one, other, count})
  }
  found.sort((a, b) => b.count - a.count || a.one - b.one || a.other - b.other)
  const [ids, otherIds] = [new Map<number, string>(), new Map<number, string>()]
  for (const {one, other} of found) {
    if (ids.has(one) || otherIds.has(other)) continue
    const id = `shared ${ids.size}`
    ids.set(one, id)
    otherIds.set(other, id)
  }
  return {
    before: before.map((_names, index) => ids.get(index)),
    after: after.map((_names, index) => otherIds.get(index)),
  }
}

function unitsOf(blocks: readonly Block[], tables: readonly (string | undefined)[]): BlockUnit[] {
  const units: BlockUnit[] = []
  for (const [index, block] of blocks.entries()) {
    const text = block.kind === 'table' ? wordsBelow(block.table) : block.paragraph.text
    const own = block.kind === 'table' ? tables[index] : block.paragraph.unit
    units.push({id: own ?? idByPlace(blocks, index, units.at(-1)), text})
  }
  return units
}

function idByPlace(
  blocks: readonly Block[],
  index: number,
  previous: BlockUnit | undefined,
): string | undefined {
  const block = blocks[index]
  if (block?.kind !== 'paragraph') return undefined
  const {pieces} = block.paragraph
  return pieces.length === 0 ? `behind ${previous?.id ?? previous?.text ?? 'nothing'}` : undefined
}
