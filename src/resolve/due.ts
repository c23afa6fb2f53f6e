import {deadlineRule} from './deadline-for.ts'
import type {Task} from './record-types.ts'
import type {Dossier} from './types.ts'

/**
 * The day by which a task is due: the day written, the last day of a meeting, or the deadline of a document.
 *
 * @returns the day, whether it is an example, and how a breach is reported: a deadline whose rule is not confirmed only
 *   warns; undefined where no day was set or it leads nowhere
 */
export function dueOf(
  task: Task,
  dossier: Pick<Dossier, 'meetings' | 'documents' | 'dormant'>,
): {date: string; isExample: boolean; severity: 'error' | 'warning'} | undefined {
  const {date, meeting, document, example} = task.due ?? {}
  const plan = [...dossier.documents, ...dossier.dormant].find(({path}) => path === document)
  const day = date ?? (meeting ? dossier.meetings.get(meeting)?.ends : plan?.deadline)
  if (day === undefined) return undefined
  const rule = plan && deadlineRule(plan.kind, plan.meeting)
  return {date: day, isExample: example === true, severity: rule?.severity ?? 'error'}
}
