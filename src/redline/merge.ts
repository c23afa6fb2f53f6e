import {attribute, child, childrenOf, type XmlElement} from '../word/index.ts'
import {type Block, blocksIn, sharedIds, unitsOfBlocks} from './blocks.ts'
import {compareParagraphs} from './compare-paragraphs.ts'
import {bookmarkNames, keyOf} from './elements.ts'
import {changesOf} from './pair-blocks.ts'
import {settleEnds} from './settle-ends.ts'
import {isOfUnit, type Side, type StoryPart, wordsBelow} from './side.ts'
import {groupsOf, type Pair} from './split-join.ts'
import type {Item, Line, Paragraph, RowItem} from './types.ts'

/** Puts what the two files hold at one place into one list, and notes which bookmarks clash. */
export class Merge {
  readonly clashes = new Set<string>()
  readonly #before: Side
  readonly #after: Side
  readonly #remarkOf: (paragraph: Paragraph) => string
  readonly #unchanged: string

  /**
   * @param remarkOf  what is said of a paragraph that has been moved, at its new place
   * @param unchanged  what is said of one that goes and comes again though nobody changed it
   */
  constructor(before: Side, after: Side, remarkOf: (paragraph: Paragraph) => string, unchanged: string) {
    this.#unchanged = unchanged
    this.#before = before
    this.#after = after
    this.#remarkOf = remarkOf
  }

  /**
   * The body, a cell or a note.
   *
   * @param before  undefined where there was none
   * @param after  undefined where there is none any more
   */
  items(before: XmlElement | undefined, after: XmlElement | undefined, owner: StoryPart): Item[] {
    const old = blocksIn(before, this.#before, owner)
    const own = blocksIn(after, this.#after, owner)
    const units = unitsOfBlocks(old, own)
    const {changes, moved} = changesOf(units.before, units.after, (one, other) =>
      this.#mayPair(old[one], own[other]),
    )
    const items = groupsOf(changes, old, own).flatMap((group): Item[] => {
      if ('paragraphs' in group) {
        const from = group.after === undefined ? undefined : moved.get(group.after)
        const origin = from === undefined ? undefined : old[from]
        return this.#lines(group.paragraphs, origin)
      }
      return this.#table(group.before, group.after, owner)
    })
    return before && after ? settleEnds(items).map((item) => this.#explained(item)) : items
  }

  /** LibreOffice takes the same words that go and come without a remark for moved ones, and may lose them or their level. */
  #explained(item: Item): Item {
    if (item.kind !== 'line' || !item.line.isAnew || item.line.ops.length === 0) return item
    return {kind: 'line', line: {...item.line, remark: item.line.remark ?? this.#unchanged}}
  }

  #mayPair(one: Block | undefined, other: Block | undefined): boolean {
    if (one?.kind === 'table' && other?.kind === 'table') return haveSameColumns(one.table, other.table)
    if (one?.kind !== 'paragraph' || other?.kind !== 'paragraph') return false
    return picturesIn(one.paragraph) === picturesIn(other.paragraph)
  }

  #lines([before, after]: Pair, origin: Block | undefined): Item[] {
    const {lines, clashes} = compareParagraphs(before, after)
    for (const name of clashes) this.clashes.add(name)
    return lines.map((line): Item => ({kind: 'line', line: this.#remarked(line, origin)}))
  }

  #remarked(line: Line, origin: Block | undefined): Line {
    return origin?.kind === 'paragraph' && line.ops.length > 0
      ? {...line, remark: this.#remarkOf(origin.paragraph)}
      : line
  }

  #table(before: XmlElement | undefined, after: XmlElement | undefined, owner: StoryPart): Item[] {
    const rows = this.#rows(childrenOf(before, 'w:tr'), childrenOf(after, 'w:tr'), owner)
    const element = after ?? before
    return element ? [{kind: 'table', element, rows}] : []
  }

  #rows(before: readonly XmlElement[], after: readonly XmlElement[], owner: StoryPart): RowItem[] {
    const ids = sharedIds(before.map(unitNames), after.map(unitNames))
    const unitsOf = (rows: readonly XmlElement[], own: readonly (string | undefined)[]) =>
      rows.map((row, index) => ({id: own[index], text: wordsBelow(row)}))
    const {changes} = changesOf(unitsOf(before, ids.before), unitsOf(after, ids.after), (one, other) =>
      haveSameCells(before[one], after[other]),
    )
    return changes.flatMap(({before: one, after: other}) =>
      this.#row(
        one === undefined ? undefined : before[one],
        other === undefined ? undefined : after[other],
        owner,
      ),
    )
  }

  #row(before: XmlElement | undefined, after: XmlElement | undefined, owner: StoryPart): RowItem[] {
    const element = after ?? before
    if (!element) return []
    const [cells, others] = [childrenOf(before, 'w:tc'), childrenOf(after, 'w:tc')]
    const kind = before && after ? 'kept' : before ? 'deleted' : 'inserted'
    return [
      {
        kind,
        element,
        cells: childrenOf(element, 'w:tc').map((cell, index) => ({
          element: cell,
          items: this.items(cells[index], others[index], owner),
        })),
      },
    ]
  }
}

/** Another picture is another paragraph: LibreOffice joins one in which a picture goes and one comes to the next. */
function picturesIn({pieces}: Paragraph): string {
  return pieces
    .filter(({key}) => key.startsWith('picture '))
    .map(({key}) => key)
    .join()
}

function unitNames(row: XmlElement): string[] {
  return bookmarkNames(row).filter(isOfUnit)
}

/** A table with other columns is another table. */
function haveSameColumns(one: XmlElement, other: XmlElement): boolean {
  const count = (table: XmlElement): number => childrenOf(child(table, 'w:tblGrid'), 'w:gridCol').length
  return count(one) === count(other)
}

/** A row in which cells are merged otherwise is another row. */
function haveSameCells(one: XmlElement | undefined, other: XmlElement | undefined): boolean {
  return formOf(one) === formOf(other)
}

function formOf(row: XmlElement | undefined): string {
  const cells = childrenOf(row, 'w:tc').map((cell) => {
    const properties = child(cell, 'w:tcPr')
    return [attribute(child(properties, 'w:gridSpan')) ?? '1', keyOf(child(properties, 'w:vMerge'))]
  })
  return JSON.stringify(cells)
}
