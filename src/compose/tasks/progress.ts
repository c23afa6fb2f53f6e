import {
  type DocumentPlan,
  type Dossier,
  daysBetween,
  deletedBy,
  dueOf,
  holds,
  lastBy,
  meaningOf,
  type Task,
  type TaskEntry,
} from '../../resolve/index.ts'

/** Of what the tasks are, and as of which day: what a document's plan says of it. */
export type TasksOf = Pick<DocumentPlan, 'subject' | 'asOf'>

/** How a task stood on a day. */
export interface Progress {
  task: Task
  entry: TaskEntry | undefined
  due: ReturnType<typeof dueOf>
  /** The day on which it was completed. */
  done: string | undefined
  /** Days past the day on which it was due: until it was done, or until that day; 0 when in time. */
  daysLate: number
  /** Days until it is due, where it is neither done nor late. */
  daysLeft: number | undefined
  /** Tasks that must be done first and are not, where it has not begun. */
  waitsFor: Task[]
  isFinished: boolean
}

/**
 * The tasks of a subject that exist on a day, each with its progress, as the provisions follow one another.
 * A task that a meeting gave exists from its first entry on, under its condition; what was deleted before it was done
 * is no task any more.
 *
 * @param dossier  meetings and documents, by which tasks are due
 * @param of  the subject and the day
 */
export function tasksOn(dossier: Dossier, of: TasksOf): Progress[] {
  const {asOf, subject} = of
  const deleted = deletedBy(subject, dossier.meetings, asOf)
  return (subject.facts.tasks?.value.tasks ?? [])
    .filter((task) => task.provision !== undefined || (task.entries[0]?.date ?? '') <= asOf)
    .filter((task) => holds(task.when, subject, asOf))
    .map((task) => progressOf(dossier, of, task, deleted))
    .filter(({task, isFinished}) => isFinished || !deleted.has(task.provision ?? ''))
}

function progressOf(
  dossier: Dossier,
  {asOf, subject}: TasksOf,
  task: Task,
  deleted: ReadonlySet<string>,
): Progress {
  const entry = lastBy(task.entries, asOf)
  const {hasBegun, isFinished, isCompleted} = meaningOf(entry)
  const due = dueOf(task, dossier)
  const done = isCompleted ? entry?.date : undefined
  const end = done ?? (isFinished ? undefined : asOf)
  const overdue = due && end ? daysBetween(due.date, end) : 0
  const others = subject.facts.tasks?.value.tasks ?? []
  return {
    task,
    entry,
    due,
    done,
    daysLate: Math.max(0, overdue),
    daysLeft: due && !isFinished && overdue <= 0 ? -overdue : undefined,
    waitsFor: hasBegun
      ? []
      : others.filter(
          ({id, entries, provision = ''}) =>
            task['depends-on']?.includes(id) &&
            !deleted.has(provision) &&
            !meaningOf(lastBy(entries, asOf)).isFinished,
        ),
    isFinished,
  }
}

/** How pressing a task is: late, unable to begin, neither, or finished. */
export type Urgency = 'late' | 'blocked' | 'open' | 'finished'

const urgencies: readonly Urgency[] = ['late', 'blocked', 'open', 'finished']

/** Late tasks first, the latest at the top; then those that cannot begin; then the others; then what is finished. */
export function byUrgency(a: Progress, b: Progress): number {
  const [first, second] = [urgencyOf(a), urgencyOf(b)]
  return (
    urgencies.indexOf(first) - urgencies.indexOf(second) || (first === 'late' ? b.daysLate - a.daysLate : 0)
  )
}

/** How pressing a task is; what is finished is never late. */
export function urgencyOf({isFinished, daysLate, waitsFor, entry}: Progress): Urgency {
  if (isFinished) return 'finished'
  if (daysLate > 0) return 'late'
  return waitsFor.length > 0 || entry?.status === 'pending-funds' ? 'blocked' : 'open'
}
