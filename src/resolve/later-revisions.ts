import {quote} from '../message/index.ts'
import type {DocumentRecord, Meeting} from './types.ts'

/**
 * Whether a meeting had not begun on a day, as far as it is known: by its own days, or by those of one before it that was
 * still to end. What it adopted cannot be named on that day.
 *
 * @param code  such as `CoP17`
 * @param day  ISO date
 */
export function hasNotBegun(meetings: Iterable<Meeting>, code: string, day: string): boolean {
  const [, initials, ordinal] = /^(\D+)(\d+)$/.exec(code) ?? []
  return [...meetings].some((meeting) => {
    if (meeting.code.replace(/\d+$/, '') !== initials) return false
    const number = Number(ordinal)
    return meeting.ordinal === number ? meeting.starts > day : meeting.ordinal < number && meeting.ends >= day
  })
}

/** Revisions that a document.yaml names and that were made after the day of the document: places and reasons. */
export function laterRevisions(
  {date, amends, symbol}: DocumentRecord,
  meetings: Iterable<Meeting>,
): {pointer: string[]; reason: string}[] {
  const known = [...meetings]
  const named: [string[], unknown][] = [
    [['amends', 'revision'], amends?.revision],
    [['symbol', 'revision'], symbol?.revision],
  ]
  return named.flatMap(([pointer, revision]) =>
    typeof revision === 'string' && hasNotBegun(known, revision, date)
      ? {
          pointer,
          reason: `The revision ${quote(revision)} is of a meeting that had not begun on the day of the document (${date}). Write the revision that was in force, or correct the day.`,
        }
      : [],
  )
}
