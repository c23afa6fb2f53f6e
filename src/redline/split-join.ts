import {compareTokens, type UnitChange} from '../difference/index.ts'
import type {XmlElement} from '../word/index.ts'
import type {Block} from './blocks.ts'
import type {Paragraph, Piece} from './types.ts'

/** Paragraphs of both sides that belong together. */
export type Pair = readonly [before: Paragraph[], after: Paragraph[]]

/** Paragraphs that belong together, or a table. */
export type Group =
  | {paragraphs: Pair; after?: number | undefined}
  | {before: XmlElement | undefined; after: XmlElement | undefined}

/** So much of the words of a paragraph must stand in another one to be a part of it. */
const mostOf = 0.6

/**
 * Blocks in the order of the file that is made. A paragraph that came beside a changed one, with words that were in it, is
 * a part of it that was split off; one that went, with words that are in it now, was joined to it.
 */
export function groupsOf(
  changes: readonly UnitChange[],
  before: readonly Block[],
  after: readonly Block[],
): Group[] {
  const groups: Group[] = []
  for (const change of changes) {
    const [one, other] = [blockAt(before, change.before), blockAt(after, change.after)]
    if (one?.kind === 'table' || other?.kind === 'table') {
      const [table, otherTable] = [one, other].map((block) =>
        block?.kind === 'table' ? block.table : undefined,
      )
      groups.push({before: table, after: otherTable})
      continue
    }
    const paragraphs = [paragraphsOf(one), paragraphsOf(other)] as const
    const joined = joinedTo(groups, paragraphs)
    if (!joined) groups.push({paragraphs, after: change.after})
  }
  return groups
}

function blockAt(blocks: readonly Block[], index: number | undefined): Block | undefined {
  return index === undefined ? undefined : blocks[index]
}

function paragraphsOf(block: Block | undefined): Paragraph[] {
  return block?.kind === 'paragraph' ? [block.paragraph] : []
}

/** Takes a paragraph into the group before it, or the groups before it into its own, as far as they belong together. */
function joinedTo(groups: Group[], pair: Pair): boolean {
  let own = pair
  let isJoined = false
  for (let last = groups.at(-1); last && 'paragraphs' in last; last = groups.at(-1)) {
    const both = togetherOf(last.paragraphs, own)
    if (!both) break
    groups.pop()
    own = both
    isJoined = true
  }
  if (isJoined) groups.push({paragraphs: own})
  return isJoined
}

/** Two groups as one, where a paragraph on one side has words of both on the other. */
function togetherOf(one: Pair, other: Pair): Pair | undefined {
  if (isUnchanged(one) || isUnchanged(other)) return undefined
  const [isOnlyOld, isOnlyNew] = [
    one[1].length === 0 || other[1].length === 0,
    one[0].length === 0 || other[0].length === 0,
  ]
  const both: Pair = [
    [...one[0], ...other[0]],
    [...one[1], ...other[1]],
  ]
  if (isOnlyNew && both[0].length === 1 && one[1].length > 0 && other[1].length > 0) {
    const added = one[0].length === 0 ? one[1] : other[1]
    return holds(both[0][0] as Paragraph, both[1], added) ? both : undefined
  }
  if (isOnlyOld && both[1].length === 1 && one[0].length > 0 && other[0].length > 0) {
    const removed = one[1].length === 0 ? one[0] : other[0]
    return holds(both[1][0] as Paragraph, both[0], removed) ? both : undefined
  }
  return undefined
}

function isUnchanged([before, after]: Pair): boolean {
  return before.length === 1 && after.length === 1 && before[0]?.text === after[0]?.text
}

/** Whether a paragraph has most words of those that may be parts of it, each at its place. */
function holds(whole: Paragraph, parts: readonly Paragraph[], doubtful: readonly Paragraph[]): boolean {
  const pieces = parts.flatMap((paragraph) => paragraph.pieces)
  const same = new Set(
    compareTokens(pieces, whole.pieces).flatMap((run) => (run.kind === 'same' ? run.before : [])),
  )
  return doubtful.every((paragraph) => {
    const words = paragraph.pieces.filter(({text}) => /[\p{L}\p{N}]/u.test(text))
    const found = words.filter((piece: Piece) => same.has(piece))
    return words.length > 0 && found.length > words.length * mostOf
  })
}
