import type {VFileMessage} from 'vfile-message'
import {choices, finding, quote} from '../message/index.ts'
import {listOf} from './conditions.ts'
import {daysBetween} from './days.ts'
import {dueOf} from './due.ts'
import {sortsWith} from './facts/index.ts'
import {collector, type Say, unknown} from './findings.ts'
import {meaningOf} from './task-statuses.ts'
import type {DocumentPlan, Dossier, Subject} from './types.ts'

/** Outcomes that have a document made, with the words for what is missing without it. */
const instructions = new Map([
  ['draft-resolution', 'a draft resolution'],
  ['amendment', 'an amended resolution'],
])

/**
 * Findings about facts that rest on documents: what an outcome has made, by when tasks are due.
 *
 * @param subject  one subject
 * @param dossier  with its documents planned
 */
export function plannedFindings(subject: Subject, dossier: Dossier): VFileMessage[] {
  const {messages, say} = collector()
  outcomeFindings(subject, dossier, say)
  reportFindings(subject, dossier, say)
  notificationFindings(subject, dossier, say)
  namedFindings(subject, dossier, say)
  const late = dueFindings(subject, dossier, say)
  return [...messages, ...late]
}

/** An outcome that instructs somebody to prepare a document needs one that is made under it. */
function outcomeFindings(
  {facts: {outcome}}: Subject,
  {documents, dormant, refused}: Dossier,
  say: Say,
): void {
  if (!outcome || refused.size > 0) return // What could not be planned may be the very document.
  const conditions = [...documents, ...dormant].flatMap(({yaml}) => listOf(yaml.value.when ?? []))
  for (const [index, {decision}] of outcome.value.entries.entries()) {
    const what = instructions.get(decision)
    if (!what || conditions.includes(`outcome.${decision}`)) continue
    say(
      outcome,
      ['entries', index, 'decision'],
      'outcome-document',
      `This outcome has ${what} prepared, and no document is made under it. Add a document whose document.yaml says “when: outcome.${decision}”, or write another decision.`,
    )
  }
}

/** Every other document that facts name is there: also one that no document prints, such as the source of a decision. */
function namedFindings(subject: Subject, dossier: Dossier, say: Say): void {
  const known = [...dossier.documents, ...dossier.dormant].map(({path}) => path)
  for (const sort of sortsWith(dossier.templates.facts))
    for (const {yaml, pointer, path} of sort.documentsIn(subject))
      if (!known.includes(path) && !dossier.refused.has(path))
        say(yaml, pointer, 'unknown-document', unknown('document', path, known))
}

/** The document that reports on a decision is there, and is about its subject. */
function reportFindings({id, facts: {decisions}}: Subject, dossier: Dossier, say: Say): void {
  const plans = [...dossier.documents, ...dossier.dormant]
  const own = plans.filter(({subject}) => subject.id === id).map(({path}) => path)
  for (const [index, {'reported-in': report}] of decisions.value.decisions.entries()) {
    if (report === undefined || own.includes(report) || dossier.refused.has(report)) continue
    const reason = plans.some(({path}) => path === report)
      ? `The document ${quote(report)} is about another dossier. Write ${choices(report, own)}.`
      : unknown('document', report, own)
    say(decisions, ['decisions', index, 'reported-in'], 'unknown-document', reason)
  }
}

/** The Notification that is made here is there, and has the date that its facts give. */
function notificationFindings({facts: {notification}}: Subject, dossier: Dossier, say: Say): void {
  const path = notification?.value.document
  if (!notification || path === undefined || dossier.refused.has(path)) return
  const withPath = (plans: readonly DocumentPlan[]) => plans.find((candidate) => candidate.path === path)
  const found = withPath(dossier.documents)
  const plan = found?.kind['number-form'] === 'by-year' ? found : undefined
  if (!plan) {
    const known = dossier.documents.filter(({kind}) => kind['number-form'] === 'by-year')
    const remedy = 'Write the “number” of the Notification instead'
    const reason = withPath(dossier.dormant)
      ? `The document ${quote(path)} is not made as the facts stand. ${remedy}, or correct its “when”.`
      : found
        ? `The document ${quote(path)} is of another kind. ${remedy}, or name a Notification.`
        : known.length === 0
          ? `There is no document ${quote(path)}. ${remedy}, or add the document.`
          : unknown(
              'Notification',
              path,
              known.map((document) => document.path),
            )
    say(notification, ['document'], 'unknown-document', reason)
  } else if (plan.yaml.value.date !== notification.value.date)
    say(
      notification,
      ['date'],
      'notification-date',
      `The Notification is dated ${notification.value.date} here and ${plan.yaml.value.date} in ${plan.yaml.path}. Correct one of the two.`,
    )
}

/** The days by which tasks are due can be computed, and a status says whether it came too late, and by how much. */
function dueFindings(subject: Subject, dossier: Dossier, say: Say): VFileMessage[] {
  const yaml = subject.facts.tasks
  const {messages} = collector()
  for (const [index, task] of (yaml?.value.tasks ?? []).entries()) {
    const at = (...rest: (string | number)[]): (string | number)[] => ['tasks', index, ...rest]
    const {document} = task.due ?? {}
    const plans = [...dossier.documents, ...dossier.dormant]
    const plan = plans.find(({path}) => path === document)
    if (yaml && document && !plan && !dossier.refused.has(document))
      say(
        yaml,
        at('due', 'document'),
        'unknown-document',
        unknown(
          'document',
          document,
          plans.map(({path}) => path),
        ),
      )
    if (yaml && plan && !plan.deadline)
      say(
        yaml,
        at('due', 'document'),
        'due-form',
        `The document ${quote(plan.path)} has no deadline: no rule is known for its kind and meeting. Write a day or a meeting instead.`,
      )
    const due = dueOf(task, dossier)
    const entryIndex = task.entries.findIndex((entry) => meaningOf(entry).isCompleted)
    const entry = task.entries[entryIndex]
    if (!yaml || !due || !entry) continue
    const late = daysBetween(due.date, entry.date)
    if (late > 0 === (entry.status === 'completed-late')) continue
    const reason =
      late > 0
        ? `The task was due on ${due.date} and is completed on ${entry.date}, ${late} day${late === 1 ? '' : 's'} late. Write “completed-late”, or correct one of the dates.`
        : `The task was due on ${due.date} and is completed on ${entry.date}, in time. Write “completed”, or correct one of the dates.`
    messages.push(
      finding(due.severity, reason, {
        path: yaml.path,
        ruleId: 'task-late',
        place: yaml.data.locate(at('entries', entryIndex, 'status')),
      }),
    )
  }
  return messages
}
