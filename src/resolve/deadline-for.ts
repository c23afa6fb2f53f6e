import {daysBefore} from './days.ts'
import type {Kind} from './template-types.ts'
import type {Meeting} from './types.ts'

/**
 * The day by which a document of a kind must be submitted to a meeting.
 *
 * @returns ISO date; undefined where no rule is known, or none that held for the meeting
 */
export function deadlineFor({deadline}: Kind, {starts}: Pick<Meeting, 'starts'>): string | undefined {
  if (!deadline || isBefore(starts, deadline)) return undefined
  return daysBefore(starts, deadline['days-before-meeting'])
}

/** Whether a meeting began before a rule is known to have held. */
export function isBefore(starts: string, {since}: {since?: string}): boolean {
  return since !== undefined && starts < since
}
