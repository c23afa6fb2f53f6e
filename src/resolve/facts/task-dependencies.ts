import {quote} from '../../message/index.ts'
import type {Fact} from '../fact.ts'
import {type Say, unknown} from '../findings.ts'
import type {TaskFact} from '../types.ts'

const done = new Set(['completed', 'completed-late'])

/** The day on which a task was completed, if it was. */
export function completedOn(task: TaskFact): string | undefined {
  return task.entries.find(({status}) => done.has(status))?.date
}

/** What tasks wait for exists, comes round to none of them again, and is done before them. House style, 6. */
export function dependencyFindings(fact: Fact<{tasks: TaskFact[]}>, say: Say): void {
  const tasks = new Map(fact.value.tasks.map((task) => [task.id, task]))
  const cyclic = new Set<string>()
  for (const [index, task] of fact.value.tasks.entries()) {
    for (const [place, id] of (task['depends-on'] ?? []).entries()) {
      const at = ['tasks', index, 'depends-on', place]
      const other = tasks.get(id)
      if (!other) {
        say(fact, at, 'unknown-task', unknown('task', id, tasks.keys()))
        continue
      }
      const round = cyclic.has(task.id) ? undefined : pathBack(other, task.id, tasks)
      if (round) {
        for (const member of round) cyclic.add(member)
        const way = [task.id, ...round].map(quote).join(' → ')
        say(
          fact,
          at,
          'task-cycle',
          `These tasks wait for one another: ${way}. Take one of the dependencies away.`,
        )
        continue
      }
      orderFindings(fact, index, task, other, say)
    }
  }
}

/** The tasks from one to another along what they wait for, or undefined. */
function pathBack(
  from: TaskFact,
  to: string,
  tasks: ReadonlyMap<string, TaskFact>,
  seen = new Set<string>(),
): string[] | undefined {
  if (from.id === to) return [to]
  if (seen.has(from.id)) return undefined
  seen.add(from.id)
  for (const id of from['depends-on'] ?? []) {
    const next = tasks.get(id)
    const path = next && pathBack(next, to, tasks, seen)
    if (path) return [from.id, ...path]
  }
  return undefined
}

/** Nothing is done before what it depends on. */
function orderFindings(
  fact: Fact<{tasks: TaskFact[]}>,
  index: number,
  task: TaskFact,
  other: TaskFact,
  say: Say,
): void {
  const entryIndex = task.entries.findIndex(({status}) => done.has(status))
  const entry = task.entries[entryIndex]
  const otherDate = completedOn(other)
  if (!entry || (otherDate !== undefined && otherDate <= entry.date)) return
  say(
    fact,
    ['tasks', index, 'entries', entryIndex, 'date'],
    'task-order',
    `This task is completed on ${entry.date}, before ${quote(other.id)}, for which it waits, is completed${otherDate ? ` (${otherDate})` : ''}. Correct a date, or take the dependency away.`,
  )
}
