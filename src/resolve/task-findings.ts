import type {VFileMessage} from 'vfile-message'
import {quote} from '../message/index.ts'
import {collector, unknown} from './findings.ts'
import {provisionPaths} from './subjects.ts'
import type {Labels} from './template-types.ts'
import type {Subject, TaskFact} from './types.ts'

/** Findings about the tasks of a subject: provisions, owners, dependencies, the order of entries. */
export function taskFindings(subject: Subject, labels: Labels): VFileMessage[] {
  const {messages, say} = collector()
  const fact = subject.tasks as NonNullable<Subject['tasks']>
  const provisions = new Set(
    subject.decisions.value.decisions.flatMap((decision) => [
      decision.id,
      ...[...provisionPaths(decision.provisions).keys()].map((id) => `${decision.id}.${id}`),
    ]),
  )
  const ids = new Set(fact.value.tasks.map((task) => task.id))
  const seen = new Set<string>()
  const taskOf = new Map<string, string>()
  for (const [index, task] of fact.value.tasks.entries()) {
    const at = (...rest: (string | number)[]): (string | number)[] => ['tasks', index, ...rest]
    if (seen.has(task.id))
      say(fact, at('id'), 'id-twice', `The task ${quote(task.id)} occurs twice. Give one of them another id.`)
    seen.add(task.id)
    if (!provisions.has(task.provision))
      say(fact, at('provision'), 'unknown-provision', unknown('provision', task.provision, provisions))
    const other = taskOf.get(task.provision)
    if (other)
      say(
        fact,
        at('provision'),
        'provision-two-tasks',
        `The provision ${quote(task.provision)} already has the task ${quote(other)}. Keep one task for it.`,
      )
    taskOf.set(task.provision, task.id)
    if (!Object.hasOwn(labels.actors, task.owner))
      say(fact, at('owner'), 'unknown-actor', unknown('owner', task.owner, Object.keys(labels.actors)))
    for (const [place, id] of (task['depends-on'] ?? []).entries()) {
      if (!ids.has(id)) say(fact, at('depends-on', place), 'unknown-task', unknown('task', id, ids))
    }
    entryFindings(task, (pointer, ruleId, reason) => say(fact, at(...pointer), ruleId, reason))
  }
  return messages
}

/** Entries oldest first; evidence no later than the entry it supports. Source: task life-cycle, docs/formats.md. */
function entryFindings(
  task: TaskFact,
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
