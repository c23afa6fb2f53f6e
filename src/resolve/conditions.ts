import {choices, nearest, quote} from '../message/index.ts'
import {namedConditions} from './named-conditions.ts'
import {type Conditions, outcomeDecisions} from './record-types.ts'
import {taskStatuses} from './task-statuses.ts'
import type {Subject} from './types.ts'

/**
 * Whether one of the conditions holds on a day.
 *
 * @param conditions  such as `outcome.draft-resolution`, `tasks.workshop.completed` or `funds.lacking`; none always hold
 * @param subject  the facts
 * @param date  ISO date: later entries are not seen
 */
export function holds(conditions: Conditions | undefined, subject: Subject, date: string): boolean {
  if (conditions === undefined) return true
  return listOf(conditions).some((condition) => {
    const named = namedConditions.get(condition)
    if (named) return named.holds(subject, date)
    const [what, ...rest] = condition.split('.')
    if (what === 'outcome')
      return lastBy(subject.facts.outcome?.value.entries ?? [], date)?.decision === rest.join('.')
    const [id, status] = rest
    const task = subject.facts.tasks?.value.tasks.find((candidate) => candidate.id === id)
    return task !== undefined && lastBy(task.entries, date)?.status === status
  })
}

/** The last of dated entries that is not later than a day. */
export function lastBy<T extends {date: string}>(entries: readonly T[], date: string): T | undefined {
  return entries.filter((entry) => entry.date <= date).at(-1)
}

/**
 * What is wrong with conditions: the first one on a fact that does not exist, in the author's words.
 *
 * @param others  conditions that are known besides, where they may be asked
 * @returns its place in the list and the reason, or undefined
 */
export function conditionFault(
  conditions: Conditions | undefined,
  subject: Subject,
  others: readonly string[] = [],
): {index: number | undefined; reason: string} | undefined {
  if (conditions === undefined) return undefined
  const list = listOf(conditions)
  const outcomes = subject.facts.outcome ? outcomeDecisions.map((decision) => `outcome.${decision}`) : []
  const tasks = subject.facts.tasks?.value.tasks.map(({id}) => id) ?? []
  const named = [...namedConditions].flatMap(([name, {file}]) => (subject.facts[file] ? [name] : []))
  const ofTasks = tasks.flatMap((id) => taskStatuses.map((status) => `tasks.${id}.${status}`))
  const known = [...outcomes, ...named, ...others, ...ofTasks]
  const index = list.findIndex((condition) => {
    const file = namedConditions.get(condition)?.file ?? condition.split('.')[0]
    return !known.includes(condition) && !subject.refused.has(`${file}.yaml`)
  })
  const condition = list[index]
  if (condition === undefined) return undefined
  const near = nearest(condition, known)
  const remedy = near
    ? `Write ${quote(near)}.`
    : remedyOf(condition, subject.id, [...outcomes, ...named], tasks)
  const reason = `There is no fact ${quote(condition)} on which this could depend. ${remedy}`
  return {index: Array.isArray(conditions) ? index : undefined, reason}
}

function remedyOf(condition: string, subject: string, others: string[], tasks: string[]): string {
  const [what, id = ''] = condition.split('.')
  const lacking = namedConditions.get(condition)?.file
  if (lacking) return `The dossier ${quote(subject)} has no ${lacking}.yaml: add it, or delete the condition.`
  if (what === 'tasks' && tasks.includes(id))
    return `After “tasks.${id}.” write one of: ${taskStatuses.join(', ')}.`
  if (what === 'tasks' && tasks.length > 0) return `After “tasks.” write ${choices(id, tasks)}.`
  const ofOne = others.filter((other) => other.startsWith(`${what}.`))
  if (ofOne.length > 0) return `Write one of: ${ofOne.join(', ')}.`
  if (others.length > 0) return `Write one of: ${others.join(', ')}.`
  if (tasks.length > 0)
    return `Write “tasks.”, the id of a task and a status, such as “tasks.${tasks[0]}.completed”.`
  return `The dossier ${quote(subject)} has neither outcome.yaml nor tasks.yaml: add one, or delete the condition.`
}

/** Conditions as a list. */
export function listOf(conditions: Conditions): string[] {
  return Array.isArray(conditions) ? conditions : [conditions]
}
