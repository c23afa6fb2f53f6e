import {daysBetween, dueOf, holds, lastBy, type TaskEntry, type TaskFact} from '../../resolve/index.ts'
import type {Context} from '../context.ts'

/** How a task stood on the document's date. */
export interface Progress {
  task: TaskFact
  entry: TaskEntry | undefined
  due: {date: string; isExample: boolean} | undefined
  /** The day on which it was completed. */
  done: string | undefined
  /** Days past the day on which it was due: until it was done, or until the document's date; 0 when in time. */
  daysLate: number
  /** Days until it is due, where it is neither done nor late. */
  daysLeft: number | undefined
  /** Tasks that must be done first and are not, where it has not begun. */
  waitsFor: TaskFact[]
  isFinished: boolean
}

const finished = new Set(['completed', 'completed-late', 'not-implemented', 'superseded', 'repealed'])

const isFinished = (entry: TaskEntry | undefined): boolean => finished.has(entry?.status ?? '')

/**
 * The tasks that exist on the document's date, each with its progress, as the provisions follow one another.
 * A task that a meeting gave exists from its first entry on, under its condition.
 */
export function tasksOn(context: Context): Progress[] {
  const {asOf, subject} = context.plan
  return (subject.tasks?.value.tasks ?? [])
    .filter((task) => task.provision !== undefined || (task.entries[0]?.date ?? '') <= asOf)
    .filter((task) => holds(task.when, subject, asOf))
    .map((task) => progressOf(context, task))
}

function progressOf(context: Context, task: TaskFact): Progress {
  const {asOf, subject} = context.plan
  const entry = lastBy(task.entries, asOf)
  const due = dueOf(task, context.dossier)
  const done = entry?.status.startsWith('completed') ? entry.date : undefined
  const end = done ?? (isFinished(entry) ? undefined : asOf)
  const overdue = due && end ? daysBetween(due.date, end) : 0
  const others = subject.tasks?.value.tasks ?? []
  const hasBegun = entry !== undefined && entry.status !== 'not-started' && entry.status !== 'pending-funds'
  return {
    task,
    entry,
    due,
    done,
    daysLate: Math.max(0, overdue),
    daysLeft: due && !isFinished(entry) && overdue <= 0 ? -overdue : undefined,
    waitsFor: hasBegun
      ? []
      : others.filter(
          ({id, entries}) => task['depends-on']?.includes(id) && !isFinished(lastBy(entries, asOf)),
        ),
    isFinished: isFinished(entry),
  }
}

/** Late tasks first, the latest at the top; then those that cannot begin; then the others; then what is finished. */
export function byUrgency(a: Progress, b: Progress): number {
  return rank(a) - rank(b) || (rank(a) === 0 ? b.daysLate - a.daysLate : 0)
}

function rank({isFinished, daysLate, waitsFor, entry}: Progress): number {
  if (isFinished) return 3
  if (daysLate > 0) return 0
  return waitsFor.length > 0 || entry?.status === 'pending-funds' ? 1 : 2
}
