import {few, quote} from '../../message/index.ts'
import {type Say, unknown} from '../findings.ts'
import type {Located} from '../located.ts'
import type {Task} from '../record-types.ts'
import {meaningOf} from '../task-statuses.ts'

/** The day on which a task was completed, if it was. */
export function completedOn(task: Task): string | undefined {
  return task.entries.find((entry) => meaningOf(entry).isCompleted)?.date
}

/** What tasks wait for exists, comes round to none of them again, and is done before them. House style, 6. */
export function dependencyFindings(yaml: Located<{tasks: Task[]}>, say: Say): void {
  const tasks = new Map(yaml.value.tasks.map((task) => [task.id, task]))
  const rounds = roundsIn(tasks)
  for (const [index, task] of yaml.value.tasks.entries()) {
    for (const [place, id] of (task['depends-on'] ?? []).entries()) {
      const at = ['tasks', index, 'depends-on', place]
      const other = tasks.get(id)
      const round = rounds.get(`${task.id} ${id}`)
      if (!other) say(yaml, at, 'unknown-task', () => unknown('task', id, tasks.keys()))
      else if (round)
        say(
          yaml,
          at,
          'task-cycle',
          id === task.id
            ? 'This task waits for itself. Take its id out of “depends-on”.'
            : `These tasks wait for one another: ${few(round.map(quote), ' → ')}. Take one of the dependencies away.`,
        )
      else orderFindings(yaml, index, task, other, say)
    }
  }
}

/**
 * Dependencies that lead back to a task on the way to them, each with the round that it closes. Every task and every
 * dependency is visited once, however many there are.
 *
 * @returns rounds such as `[a, b, a]`, by the dependency that closes them, as `b a`
 */
function roundsIn(tasks: ReadonlyMap<string, Task>): Map<string, string[]> {
  const rounds = new Map<string, string[]>()
  const done = new Set<string>()
  const way: string[] = []
  const visit = (id: string): void => {
    way.push(id)
    for (const next of tasks.get(id)?.['depends-on'] ?? []) {
      const start = way.indexOf(next)
      if (start >= 0) rounds.set(`${id} ${next}`, [...way.slice(start), next])
      else if (!done.has(next)) visit(next)
    }
    way.pop()
    done.add(id)
  }
  for (const id of tasks.keys()) if (!done.has(id)) visit(id)
  return rounds
}

/** Nothing is done before what it depends on. */
function orderFindings(
  yaml: Located<{tasks: Task[]}>,
  index: number,
  task: Task,
  other: Task,
  say: Say,
): void {
  const entryIndex = task.entries.findIndex((entry) => meaningOf(entry).isCompleted)
  const entry = task.entries[entryIndex]
  const otherDate = completedOn(other)
  if (!entry || (otherDate !== undefined && otherDate <= entry.date)) return
  say(
    yaml,
    ['tasks', index, 'entries', entryIndex, 'date'],
    'task-order',
    `This task is completed on ${entry.date}, before ${quote(other.id)}, for which it waits, is completed${otherDate ? ` (${otherDate})` : ''}. Correct a date, or take the dependency away.`,
  )
}
