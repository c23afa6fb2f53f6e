import type {VFileMessage} from 'vfile-message'
import {error} from '../message/index.ts'

// Editors set such lines in with the list that they stand in, and quotations put their own sign before them. Git writes
// seven signs, and two more for each conflict inside a conflict.
const before = '(?:[ \\t]*>(?=[ \\t]))*[ \\t]*'
const opens = new RegExp(`^${before}<{7,}(?:[ \\t].*)?$`)
const closes = new RegExp(`^${before}>{7,}(?:[ \\t].*)?$`)
// A row of a table may be as many bars.
const earlier = new RegExp(`^${before}\\|{7,}[ \\t]+[^|]*$`)

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
  if (!/<{7}|>{7}|\|{7}/.test(text)) return []
  const lines = text.split('\n')
  const marks = lines.flatMap((line, index) =>
    opens.test(line) || closes.test(line) || earlier.test(line) ? [index] : [],
  )
  const [first] = marks
  if (first === undefined) return []
  const count = lines.filter((line) => opens.test(line)).length
  const what =
    count > 1 ? `${count} places in this file hold two versions` : 'This file holds two versions of one place'
  const start = {line: first + 1, column: 1}
  const place = {start, end: {line: first + 1, column: (lines[first] ?? '').length + 1}}
  return [
    error(
      `${what}, which git could not join (lines that begin with <<<<<<<, ======= and >>>>>>>). Keep the words that are right, and delete the other version and these lines.`,
      {path, ruleId: 'conflict-marks', place},
    ),
  ]
}
