import {addAll} from '../message/index.ts'
import {carried, together} from './carried-ends.ts'
import {sectionOf} from './read-paragraph.ts'
import type {Item, Line} from './types.ts'

/**
 * What stands before a table, and what is the last of a cell, of a note, of a section or of all, has an end that cannot
 * go: where its paragraph came or went, the end of the paragraph before it comes or goes in its place. Otherwise an empty
 * paragraph would be left (seen in LibreOffice).
 */
export function settleEnds(items: readonly Item[]): Item[] {
  const settled: Item[] = []
  let lines: Line[] = []
  const settle = (): void => {
    for (const line of settledLast(settledSections(lines))) settled.push({kind: 'line', line})
    lines = []
  }
  for (const item of carried(items)) {
    if (item.kind === 'line') lines.push(item.line)
    else {
      settle()
      settled.push(item)
    }
  }
  settle()
  return settled
}

/** The last of some lines, whose end stays in any case. */
function settledLast(lines: readonly Line[]): Line[] {
  const kept = lines.findLastIndex(({mark}) => mark === 'kept')
  const trailing = lines.slice(kept + 1)
  if (trailing.length === 0) return [...lines]
  const head = lines.slice(0, kept + 1)
  const gone = trailing.filter(({mark}) => mark === 'deleted')
  const come = trailing.filter(({mark}) => mark === 'inserted')
  const [lastGone, lastCome] = [gone.at(-1), come.at(-1)]
  if (lastGone && lastCome)
    return [...head, ...gone.slice(0, -1), ...come.slice(0, -1), together(lastGone, lastCome)]
  const last = trailing.at(-1) as Line
  return kept < 0 ? [...lines] : [...exchanged(head, last), ...trailing.slice(0, -1), withEnd(head, last)]
}

/** The kept line before, whose end comes or goes as that of the last line would. */
function exchanged(head: readonly Line[], {mark}: Line): Line[] {
  const kept = head.at(-1) as Line
  const own = mark === 'inserted' ? {after: kept.after} : {before: kept.before}
  return [...head.slice(0, -1), {...kept, before: undefined, after: undefined, mark, ...own}]
}

/** The last line, whose end is on the other side that of the kept line before. */
function withEnd(head: readonly Line[], last: Line): Line {
  const kept = head.at(-1) as Line
  return last.mark === 'inserted'
    ? {...last, mark: 'kept', before: kept.before}
    : {...last, mark: 'kept', after: kept.after}
}

/** Where a section ends on both sides, its end stays, whatever became of the paragraphs there. */
function settledSections(lines: readonly Line[]): Line[] {
  const settled: Line[] = []
  let from = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const end = line.mark === 'kept' ? endOfSection(lines, at) : undefined
    if (end === undefined) continue
    const last = lines[end] as Line
    const head = lines.slice(from, at + 1)
    addAll(settled, exchanged(head, last))
    addAll(settled, lines.slice(at + 1, end))
    settled.push(withEnd(head, last))
    from = end + 1
    at = end
  }
  return [...settled, ...lines.slice(from)]
}

/**
 * Index of the line behind a kept one with which its section ends on the other side: nothing between them was there
 * before, or nothing is there any more.
 */
function endOfSection(lines: readonly Line[], at: number): number | undefined {
  const {before, after} = lines[at] as Line
  const [ended, ends] = [sectionOf(before) !== undefined, sectionOf(after) !== undefined]
  if (ended === ends) return undefined
  const wanted = ended ? 'inserted' : 'deleted'
  for (let index = at + 1; lines[index]?.mark === wanted; index++) {
    const line = lines[index] as Line
    if (sectionOf(ended ? line.after : line.before)) return index
  }
  return undefined
}
