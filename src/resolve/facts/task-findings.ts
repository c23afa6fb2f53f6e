import {quote} from '../../message/index.ts'
import {actorFault} from '../actors.ts'
import {conditionFault, lastBy} from '../conditions.ts'
import {type Say, unknown} from '../findings.ts'
import type {Located} from '../located.ts'
import {obligations, provisionReferences} from '../provisions.ts'
import type {Task} from '../record-types.ts'
import {meaningOf} from '../task-statuses.ts'
import type {Meeting, Subject} from '../types.ts'
import type {Surroundings} from './define-facts.ts'
import {dependencyFindings} from './task-dependencies.ts'

interface Given extends Surroundings {
  yaml: Located<{tasks: Task[]}>
  value: {tasks: Task[]}
  subject: Subject
}

type At = (...rest: (string | number)[]) => (string | number)[]

/** Findings about the tasks of a subject: what they carry out, owners, funds, dependencies, the order of entries. */
export function taskFindings({yaml, value: {tasks}, subject, names, meetings}: Given, say: Say): void {
  reasonFindings(yaml, subject, meetings, say)
  for (const [index, task] of tasks.entries()) {
    const at: At = (...rest) => ['tasks', index, ...rest]
    const owner = actorFault(names.actors, task.owner, 'owner')
    if (owner) say(yaml, at('owner'), owner.ruleId, owner.reason)
    if (task.due && ['date', 'meeting', 'document'].filter((key) => key in (task.due ?? {})).length !== 1)
      say(
        yaml,
        at('due'),
        'due-form',
        'A task is due on a day, at a meeting or with a document. Write one of date, meeting and document.',
      )
    const dueAt = task.due?.meeting
    if (dueAt && meetings.size > 0 && !meetings.has(dueAt))
      say(yaml, at('due', 'meeting'), 'unknown-meeting', () => unknown('meeting', dueAt, meetings.keys()))
    const fault = conditionFault(task.when, subject)
    if (fault)
      say(
        yaml,
        fault.index === undefined ? at('when') : at('when', fault.index),
        'unknown-condition',
        fault.reason,
      )
    entryFindings(task, (pointer, ruleId, reason) => say(yaml, at(...pointer), ruleId, reason))
    evidenceFindings(task, subject, at, say)
    fundFindings(subject, task, at, say)
  }
  dependencyFindings(yaml, say)
}

/** Each provision has exactly one task, and each task carries out a provision or an instruction. House style, 6. */
function reasonFindings(
  yaml: Given['yaml'],
  subject: Subject,
  meetings: ReadonlyMap<string, Meeting>,
  say: Say,
): void {
  const provisions = provisionReferences(subject)
  const taskOf = new Map<string, string>()
  for (const [index, {id, provision, 'instructed-at': meeting}] of yaml.value.tasks.entries()) {
    if ((provision === undefined) === (meeting === undefined))
      say(
        yaml,
        ['tasks', index],
        'task-reason',
        'A task carries out a provision, or what a meeting instructed. Write either “provision” or “instructed-at”.',
      )
    if (meeting !== undefined && meetings.size > 0 && !meetings.has(meeting))
      say(yaml, ['tasks', index, 'instructed-at'], 'unknown-meeting', () =>
        unknown('meeting', meeting, meetings.keys()),
      )
    if (provision === undefined) continue
    if (!provisions.has(provision))
      say(yaml, ['tasks', index, 'provision'], 'unknown-provision', () =>
        unknown('provision', provision, provisions),
      )
    const other = taskOf.get(provision)
    if (other)
      say(
        yaml,
        ['tasks', index, 'provision'],
        'provision-two-tasks',
        `The provision ${quote(provision)} already has the task ${quote(other)}. Keep one task for it.`,
      )
    taskOf.set(provision, id)
  }
  // A task that names a provision that does not exist was meant for one of those without a task.
  if ([...taskOf.keys()].some((provision) => !provisions.has(provision))) return
  for (const {reference, pointer} of obligations(subject)) {
    if (!taskOf.has(reference))
      say(
        subject.facts.decisions,
        pointer,
        'provision-no-task',
        `The provision ${quote(reference)} has no task. Add a task with “provision: ${reference}” to ${yaml.path}.`,
      )
  }
}

/** Entries oldest first; evidence no later than the entry it supports. House style, 6. */
function entryFindings(
  task: Task,
  say: (pointer: (string | number)[], ruleId: string, reason: string) => void,
): void {
  let before = ''
  const evidenceIds = new Set<string>()
  for (const [index, entry] of task.entries.entries()) {
    if (entry.date < before)
      say(
        ['entries', index, 'date'],
        'entry-order',
        `This entry is dated ${entry.date}, before the one above it (${before}). Write the oldest first.`,
      )
    before = entry.date
    for (const [place, item] of (entry.evidence ?? []).entries()) {
      if (item.date > entry.date)
        say(
          ['entries', index, 'evidence', place, 'date'],
          'evidence-late',
          `The evidence is dated ${item.date}, after the entry that it supports (${entry.date}). Correct one of the two dates.`,
        )
      if (evidenceIds.has(item.id))
        say(
          ['entries', index, 'evidence', place, 'id'],
          'id-twice',
          `The evidence ${quote(item.id)} occurs twice in this task. Give one of them another id.`,
        )
      evidenceIds.add(item.id)
    }
  }
}

/** Evidence of an event is not older than the event. */
function evidenceFindings({entries}: Task, {facts}: Subject, at: At, say: Say): void {
  const days = new Map([
    ['workshop', {what: 'the workshop begins', date: facts.workshop?.value.starts}],
    ['notification', {what: 'the Notification is dated', date: facts.notification?.value.date}],
  ])
  for (const [index, {evidence = []}] of entries.entries())
    for (const [place, {type, date}] of evidence.entries()) {
      const event = days.get(type)
      if (facts.tasks && event?.date !== undefined && date < event.date)
        say(
          facts.tasks,
          at('entries', index, 'evidence', place, 'date'),
          'date-order',
          `This evidence is dated ${date}, and ${event.what} ${event.date}. Correct one of the two dates.`,
        )
    }
}

/** What is paid for with external funds goes on only once a donor has pledged some, or not at all. House style, 6. */
function fundFindings(subject: Subject, task: Task, at: At, say: Say): void {
  const {funding, tasks} = subject.facts
  if (task.funding?.source !== 'external' || task.funding.secured === false || !tasks) return
  const contributions = funding?.value.contributions ?? []
  const isPledged = (date: string): boolean =>
    contributions.some(({entries}) => (lastBy(entries, date)?.status ?? 'withdrawn') !== 'withdrawn')
  const index = task.entries.findIndex(({date, status}) => meaningOf({status}).isFunded && !isPledged(date))
  const entry = task.entries[index]
  if (!entry || subject.refused.has('funding.yaml')) return
  const what = funding
    ? `funding.yaml names no donor by ${entry.date}. Add the contribution there`
    : 'there is no funding.yaml. Add one with the contribution'
  say(
    tasks,
    at('entries', index, 'status'),
    'funding-missing',
    `This task needs external funds, and ${what}, write “pending-funds” here, or add “secured: false” to “funding”.`,
  )
}
