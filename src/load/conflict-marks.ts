import type {VFileMessage} from 'vfile-message'
import {addAll, asTyped, error, quote} from '../message/index.ts'

// Editors set such lines in with the list that they stand in, and quotations put their own sign before them. Git writes
// seven signs, and two more for each conflict inside a conflict.
const before = '(?:[ \\t]*>(?=[ \\t]))*[ \\t]*'
const opens = new RegExp(`^${before}<{7,}(?:[ \\t](.*))?$`)
const closes = new RegExp(`^${before}>{7,}(?:[ \\t](.*))?$`)
// Of equals signs alone a heading may be made, so that they count between two other marks only.
const parts = new RegExp(`^${before}={7,}$`)
// A row of a table may be as many bars.
const earlier = new RegExp(`^${before}\\|{7,}[ \\t]+[^|]*$`)
const anyMark = /<{7}|>{7}|\|{7}/

/** A place of a file in which git left two versions; numbers of lines from 0. */
interface Conflict {
  opens: number
  /** Line of the mark before what stood there before both, where git was told to show it. */
  earlier: number | undefined
  parts: number
  closes: number
  /** What git calls the two: a branch, a commit, `HEAD`. */
  names: [own: string, other: string]
}

/**
 * The finding that git left both of two versions in a file. It is looked for before any parser, which would say of each
 * mark that it is a heading, a quotation or a key.
 *
 * A line of equals signs alone is none: it makes the line above it a heading.
 *
 * @param text  the whole file, decoded
 * @param path  for the finding
 * @returns one finding, at the first mark, whatever the number of conflicts
 */
export function conflictFindings(text: string, path: string): VFileMessage[] {
  if (!anyMark.test(text)) return []
  const lines = text.split('\n')
  const first = lines.findIndex((line) => opens.test(line) || closes.test(line) || earlier.test(line))
  if (first < 0) return []
  const conflicts = conflictsIn(lines)
  const start = {line: first + 1, column: 1}
  const place = {start, end: {line: first + 1, column: (lines[first] ?? '').length + 1}}
  const [conflict] = conflicts
  const what =
    conflict?.opens === first
      ? `${whatStands(conflict)} ${whatToDo(path)}${others(conflicts.length - 1)}`
      : leftMark
  return [error(what, {path, ruleId: 'conflict-marks', place})]
}

const leftMark =
  'Git wrote this line where it could not join two versions of a place, and it was left behind. Look whether the words around it are those that are meant, and delete the line.'

/** Where both versions are, so that nobody has to know what the signs mean. */
function whatStands(conflict: Conflict): string {
  const [own, other] = conflict.names
  const ownEnd = conflict.earlier ?? conflict.parts
  const shown =
    conflict.earlier === undefined
      ? ''
      : `; what was there before both ${inLines(conflict.earlier, conflict.parts)}`
  return `Git could not join two versions of this place, and left both: one${called(own)} ${inLines(conflict.opens, ownEnd)}, the other${called(other)} ${inLines(conflict.parts, conflict.closes)}${shown}.`
}

/** The lines between two marks, as an editor counts them. */
function inLines(from: number, to: number): string {
  const [first, last] = [from + 2, to]
  if (first > last) return 'has nothing there'
  return first === last ? `is line ${first}` : `is lines ${first} to ${last}`
}

function called(name: string): string {
  return name === '' ? '' : ` (${quote(name)})`
}

function whatToDo(path: string): string {
  if (path.endsWith('.jsonl'))
    return `Type “${asTyped('check', '--fix')}”, which keeps of each unit one line; what is then not confirmed is told.`
  return 'Keep the words that are right, and delete the other version and the lines that begin with <<<<<<<, ======= and >>>>>>> (docs/merging.md).'
}

function others(count: number): string {
  if (count === 0) return ''
  return count === 1
    ? ' Another place of this file is like it.'
    : ` ${count} other places of this file are like it.`
}

/** A conflict of which not every mark was found yet. */
interface Open extends Pick<Conflict, 'opens' | 'earlier'> {
  /** Signs of its marks: those of a conflict inside it, in what was there before both, are more. */
  size: number
  name: string
  parts?: number
}

/** The conflicts that are whole: with all their marks, in their order. What stands inside another is part of it. */
function conflictsIn(lines: readonly string[]): Conflict[] {
  const found: Conflict[] = []
  let open: Open | undefined
  for (const [index, line] of lines.entries()) {
    const size = sizeOf(line)
    if (size === 0 || (open && size > open.size)) continue
    const own = opens.exec(line)
    if (own) open = {opens: index, earlier: undefined, size, name: own[1]?.trim() ?? ''}
    else if (!open || size !== open.size) continue
    else if (earlier.test(line) && open.parts === undefined) open.earlier ??= index
    else if (parts.test(line)) open.parts ??= index
    else if (open.parts !== undefined) {
      const other = closes.exec(line)
      if (!other) continue
      const names: Conflict['names'] = [open.name, other[1]?.trim() ?? '']
      found.push({opens: open.opens, earlier: open.earlier, parts: open.parts, closes: index, names})
      open = undefined
    }
  }
  return found
}

const mark = new RegExp(`^${before}(<{7,}|>{7,}|={7,}|\\|{7,})(?:[ \\t]|$)`)

/** How many signs of git a line begins with; none where it is no mark. */
function sizeOf(line: string): number {
  return mark.exec(line)?.[1]?.length ?? 0
}

/**
 * Both versions of a file in which git left conflicts, each whole.
 *
 * @param text  the whole file
 * @returns undefined where nothing is in conflict, or a mark stands alone
 */
export function sidesOf(text: string): {own: string; other: string} | undefined {
  if (!anyMark.test(text)) return undefined
  const lines = text.split('\n')
  const conflicts = conflictsIn(lines)
  const [own, other]: [string[], string[]] = [[], []]
  let next = 0
  for (const conflict of conflicts) {
    const same = lines.slice(next, conflict.opens)
    for (const side of [own, other]) addAll(side, same)
    addAll(own, lines.slice(conflict.opens + 1, conflict.earlier ?? conflict.parts))
    addAll(other, lines.slice(conflict.parts + 1, conflict.closes))
    next = conflict.closes + 1
  }
  for (const side of [own, other]) addAll(side, lines.slice(next))
  const sides = {own: own.join('\n'), other: other.join('\n')}
  const isWhole = conflicts.length > 0 && !anyMark.test(sides.own) && !anyMark.test(sides.other)
  return isWhole ? sides : undefined
}
