import type {Meeting, Subject} from '../../../resolve/index.ts'
import type {ReportFacts} from '../../define-rule.ts'

/** A meeting that decided after it had ended. */
export function outcomeUnlikely(
  {facts: {outcome}}: Subject,
  meetings: ReadonlyMap<string, Meeting>,
  report: ReportFacts,
): void {
  const meeting = outcome && meetings.get(outcome.value.meeting)
  if (!outcome || !meeting) return
  for (const [index, {date, decision}] of outcome.value.entries.entries())
    if (decision !== 'open' && date > meeting.ends)
      report(
        outcome,
        ['entries', index, 'date'],
        `This was decided on ${date}, and ${meeting.code} ended on ${meeting.ends}. Correct one of the two dates.`,
      )
}
