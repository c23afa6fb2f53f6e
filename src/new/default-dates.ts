import {type Dossier, daysBefore, type Subject} from '../resolve/index.ts'
import type {Settled} from './types.ts'

const keys = new Set(['date', 'known-from', 'requested'])

/**
 * Days that a new document may have when none was said, the best first; the clock is never asked. The last day for
 * submission where the kind has one; otherwise the day of the last fact known by the end of the meeting, where the
 * document belongs to a meeting; and the day of the last fact of all, on which everything is known.
 */
export function defaultDates(
  {kind: id, meeting: meetingId, subject: subjectId}: Settled,
  dossier: Dossier,
): string[] {
  const kind = dossier.templates.kinds.get(id)?.value
  const meeting = dossier.meetings.get(meetingId)
  const subject = dossier.subjects.get(subjectId)
  if (!kind || !meeting || !subject) return []
  if (kind.deadline) return [daysBefore(meeting.starts, kind.deadline['days-before-meeting'])]
  const known = datesOf(subject)
  const isOfMeeting = kind.cover.some(({value}) => value === 'meeting')
  const before = isOfMeeting
    ? (known.filter((date) => date <= meeting.ends).at(-1) ?? meeting.ends)
    : undefined
  const days = [before, known.at(-1), meeting.ends].filter((date) => date !== undefined)
  return [...new Set(days)].slice(0, 2)
}

/** The days of what is known about a subject, in order; days by which something is due are none. */
function datesOf(subject: Subject): string[] {
  const dates = new Set<string>()
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && keys.has(key) && /^\d{4}-\d{2}-\d{2}$/.test(value)) dates.add(value)
    if (typeof value !== 'object' || value === null || key === 'due') return
    for (const [name, below] of Object.entries(value)) walk(below, Array.isArray(value) ? key : name)
  }
  for (const fact of Object.values(subject))
    if (typeof fact === 'object' && fact !== null && 'value' in fact) walk(fact.value, '')
  return [...dates].sort()
}
