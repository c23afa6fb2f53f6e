import {compareTokens} from '../difference/index.ts'
import {addAll} from '../message/index.ts'
import {isOfUnit} from './side.ts'
import type {Line, Op, Paragraph, Piece, Range} from './types.ts'

/** Lines, and the names of bookmarks that cannot stand around the words of both sides at once. */
export interface Compared {
  lines: Line[]
  clashes: string[]
}

/**
 * Paragraphs of the earlier side that became paragraphs of the later one: one each, one and several (it was split),
 * several and one (they were joined), or some and none.
 */
export function compareParagraphs(before: readonly Paragraph[], after: readonly Paragraph[]): Compared {
  const ops = opsOf(before, after)
  const places = [indicesOf(ops, 'before'), indicesOf(ops, 'after')] as const
  const ranges = [rangesOf(before, places[0]), rangesOf(after, places[1])] as const
  const isOneEach = before.length === 1 && after.length === 1
  const clashes: string[] = []
  const placed: Range[] = []
  for (const name of new Set([...ranges[0].keys(), ...ranges[1].keys()])) {
    const [own, other] = [ranges[0].get(name), ranges[1].get(name)]
    if (own && other && (isOneEach || !isOfUnit(name))) {
      const both = {name, from: Math.min(own.from, other.from), to: Math.max(own.to, other.to)}
      if (!isOfUnit(name) && !isInside(ops, both, own, other)) clashes.push(name)
      placed.push(both)
    } else placed.push((other ?? own) as Range)
  }
  return {lines: linesOf(ops, placed, before.at(-1), after.at(-1)), clashes}
}

function opsOf(before: readonly Paragraph[], after: readonly Paragraph[]): Op[] {
  const runs = compareTokens(piecesOf(before), piecesOf(after))
  return runs.flatMap((run, index): Op[] => {
    if (run.kind === 'same')
      return run.before.map((piece, at): Op => ({kind: 'same', before: piece, after: run.after[at] as Piece}))
    if (run.kind === 'inserted') return runs[index - 1]?.kind === 'deleted' ? [] : inserted(run.after)
    const next = runs[index + 1]
    return next?.kind === 'inserted' ? changedOps(run.before, next.after) : deleted(run.before)
  })
}

/** Pieces of paragraphs that follow each other; the end of each but the last is a piece too. */
function piecesOf(paragraphs: readonly Paragraph[]): Piece[] {
  return paragraphs.flatMap((paragraph, index) => {
    const {pieces} = paragraph
    return index < paragraphs.length - 1 ? [...pieces, endOf(paragraph)] : pieces
  })
}

function endOf(paragraph: Paragraph): Piece {
  return {text: '\n', key: '\u00b6', ends: paragraph}
}

function deleted(pieces: readonly Piece[]): Op[] {
  return pieces.map((before) => ({kind: 'deleted', before}))
}

function inserted(pieces: readonly Piece[]): Op[] {
  return pieces.map((after) => ({kind: 'inserted', after}))
}

/** What is kept whole stays where words are written anew around it: a note is not made twice, a reference not revised. */
function changedOps(before: readonly Piece[], after: readonly Piece[]): Op[] {
  const ops: Op[] = []
  let [at, atOther] = [0, 0]
  for (const [index, piece] of before.entries()) {
    if (!piece.elements || index < at) continue
    const other = after.findIndex(({key}, place) => place >= atOther && key === piece.key)
    if (other < 0) continue
    addAll(ops, deleted(before.slice(at, index)))
    addAll(ops, inserted(after.slice(atOther, other)))
    ops.push({kind: 'same', before: piece, after: after[other] as Piece})
    at = index + 1
    atOther = other + 1
  }
  return [...ops, ...deleted(before.slice(at)), ...inserted(after.slice(atOther))]
}

/** Index of its op by that of a piece. */
function indicesOf(ops: readonly Op[], side: 'before' | 'after'): number[] {
  return ops.flatMap((op, index) => (op[side] ? [index] : []))
}

function rangesOf(paragraphs: readonly Paragraph[], places: readonly number[]): Map<string, Range> {
  const found = new Map<string, Range>()
  let first = 0
  for (const {bookmarks, pieces} of paragraphs) {
    for (const {name, from, to} of bookmarks) {
      const begin = places[first + from] ?? (places.at(-1) ?? -1) + 1
      const end = to > from ? (places[first + to - 1] ?? 0) + 1 : begin
      found.set(name, {name, from: begin, to: end})
    }
    first += pieces.length + 1
  }
  return found
}

/** Whether a range that spans two holds nothing of either side that its own does not. */
function isInside(ops: readonly Op[], both: Range, own: Range, other: Range): boolean {
  return ops.every((op, index) => {
    if (index < both.from || index >= both.to) return true
    const isIn = ({from, to}: Range): boolean => index >= from && index < to
    return (!op.before || isIn(own)) && (!op.after || isIn(other))
  })
}

/** Cut at the ends of paragraphs; a bookmark stands in one of them, the last that it reaches. */
function linesOf(
  ops: readonly Op[],
  bookmarks: readonly Range[],
  before: Paragraph | undefined,
  after: Paragraph | undefined,
): Line[] {
  const lines: Line[] = []
  let first = 0
  const cut = (end: number, mark: Pick<Line, 'mark' | 'before' | 'after'>): void => {
    lines.push({ops: ops.slice(first, end), bookmarks: rangesIn(bookmarks, ops, first, end), ...mark})
    first = end + 1
  }
  for (const [index, op] of ops.entries()) {
    const own = op.before?.ends
    const other = op.after?.ends
    if (own) cut(index, {mark: 'deleted', before: own})
    else if (other) cut(index, {mark: 'inserted', after: other})
  }
  cut(ops.length, {mark: before && after ? 'kept' : before ? 'deleted' : 'inserted', before, after})
  return lines
}

/** The bookmarks that end between two ends of paragraphs, counted from the first. */
function rangesIn(bookmarks: readonly Range[], ops: readonly Op[], first: number, end: number): Range[] {
  return bookmarks.flatMap(({name, from, to}) => {
    const last = Math.max(from, isEnd(ops[to - 1]) ? to - 1 : to)
    if (last < first || last > end) return []
    return [{name, from: Math.max(0, from - first), to: last - first}]
  })
}

function isEnd(op: Op | undefined): boolean {
  return op?.before?.ends !== undefined || op?.after?.ends !== undefined
}
