import {daysBefore} from './days.ts'
import type {DeadlineRule, Kind} from './kind-types.ts'
import {meetingsOf} from './symbols.ts'
import type {Meeting} from './types.ts'

/**
 * The rule that says how long before a meeting a document of a kind must be submitted: that of the kind, or, where the
 * kind serves several bodies, that of the body that meets.
 *
 * @returns undefined where none is known; of a joint meeting the first that one of its bodies has
 */
export function deadlineRule({deadline, deadlines = {}}: Kind, meeting: Meeting): DeadlineRule | undefined {
  const body = meetingsOf(meeting).find((part) => Object.hasOwn(deadlines, part.body))?.body
  return deadline ?? (body === undefined ? undefined : deadlines[body])
}

/**
 * The day by which a document of a kind must be submitted to a meeting.
 *
 * @returns ISO date; undefined where no rule is known, or none that held for the meeting
 */
export function deadlineFor(kind: Kind, meeting: Meeting): string | undefined {
  const rule = deadlineRule(kind, meeting)
  if (!rule || isBefore(meeting.starts, rule)) return undefined
  return daysBefore(meeting.starts, rule['days-before-meeting'])
}

/** Whether a meeting began before a rule is known to have held. */
export function isBefore(starts: string, {since}: {since?: string}): boolean {
  return since !== undefined && starts < since
}
