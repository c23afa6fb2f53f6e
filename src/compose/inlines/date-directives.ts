import {choices, nearest, quote} from '../../message/index.ts'
import {deadlineRule, type Task} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context, Reason} from '../context.ts'
import {dateNodes, monthNodes, spellNodes} from '../dates.ts'
import {dormantReason} from '../dormant.ts'
import {factValue} from '../fact-value.ts'
import {groupDigits} from '../group-digits.ts'
import {ofMeeting} from '../meetings.ts'
import {ofRefusedDocument} from '../refused-document.ts'
import {withoutSubject} from '../without-subject.ts'

type Found = {nodes: InlineNode[]} | {reason: Reason}

/**
 * The date of what a name stands for: a task's status or evidence (`review.in-progress`), a meeting (`sc58`), a document.
 *
 * @param form  `month` for month and year alone
 */
export function dateOf(context: Context, name: string, form: string | undefined): Found {
  const print = (iso: string): InlineNode[] =>
    form === 'month' ? monthNodes(context, iso) : dateNodes(context, iso)
  const {dossier, subject, asOf} = context
  const meeting = dossier.meetings.get(name)
  if (meeting) {
    const nodes = form === 'month' ? print(meeting.starts) : spellNodes(context, meeting.spells)
    return {nodes: ofMeeting(context, name, nodes)}
  }
  const document = dossier.documents.find(({path}) => path === name)
  if (document) {
    const {yaml} = document
    const isExample = yaml.value['example-date'] === true
    const what = 'The date of the document is an example.'
    const from = {yaml, record: 'date', pointer: ['date'], isExample, what}
    return {nodes: factValue(context, {nodes: print(yaml.value.date), ...from})}
  }
  if (dossier.refused.has(name)) return {nodes: ofRefusedDocument(context, name)}
  const [taskId = '', event = ''] = name.split('.')
  const tasks = subject.facts.tasks
  const task = tasks?.value.tasks.find(({id}) => id === taskId)
  const found = task && eventsOf(task).find(({id}) => id === event)
  if (!tasks || !task || !found || found.date > asOf)
    return {reason: () => reasonFor(context, name, found?.date)}
  const pointer = ['tasks', tasks.value.tasks.indexOf(task), ...found.pointer]
  return {
    nodes: factValue(context, {
      nodes: print(found.date),
      yaml: tasks,
      pointer,
      record: task.id,
      isExample: found.isExample,
    }),
  }
}

interface TaskEvent {
  id: string
  date: string
  isExample: boolean
  pointer: (string | number)[]
}

/** What has a date in a task: each status, from its first entry on, and each piece of evidence. */
function eventsOf({entries}: Task): TaskEvent[] {
  return entries.flatMap((entry, index) => [
    {id: entry.status, date: entry.date, isExample: entry.example === true, pointer: ['entries', index]},
    ...(entry.evidence ?? []).map((item, place) => ({
      id: item.id,
      date: item.date,
      isExample: item.example === true,
      pointer: ['entries', index, 'evidence', place],
    })),
  ])
}

/** Why a name has no date on the day of the document, and what to write instead. */
function reasonFor(context: Context, name: string, date: string | undefined): string {
  const {dossier, subject, asOf} = context
  const day = asOf
  if (date !== undefined)
    return `${quote(name)} is dated ${date}, after the day of the document (${day}). Name something earlier, or correct one of the dates.`
  const dormant = dormantReason(context, name)
  if (dormant) return dormant
  const tasks = subject.facts.tasks?.value.tasks
  const known = [
    ...(tasks ?? []).flatMap((task) => eventsOf(task).map(({id}) => `${task.id}.${id}`)),
    ...dossier.meetings.keys(),
    ...dossier.documents.map(({path}) => path),
  ]
  const near = nearest(name, known)
  const none = near ? undefined : withoutSubject(context, quote(`:date[${name}]`))
  if (none !== undefined) return none
  const task = tasks?.find(({id}) => id === name.split('.')[0])
  const remedy = near
    ? `Write ${quote(near)}.`
    : task
      ? `After ${quote(`${task.id}.`)} write ${choices(
          name.slice(task.id.length + 1),
          eventsOf(task).map(({id}) => id),
        )}.`
      : tasks
        ? `Write a task and one of its statuses or pieces of evidence, such as ${quote(known[0] ?? '')}, a meeting, or a document.`
        : `Write a meeting or a document (there is no tasks.yaml in documents/decisions/${subject.id}/).`
  return `No date is known for ${quote(name)}. ${remedy}`
}

/**
 * The day by which a document must be submitted, computed from the rule of its kind and its meeting; also that of a
 * document that is not made as the facts stand.
 *
 * @param form  `days` for the number of days of the rule
 */
export function deadlineNodes(context: Context, path: string, form: string | undefined): Found {
  const {documents, dormant} = context.dossier
  const plans = [...documents, ...dormant]
  const plan = plans.find((document) => document.path === path)
  if (context.dossier.refused.has(path)) return {nodes: ofRefusedDocument(context, path)}
  const rule = plan && deadlineRule(plan.kind, plan.meeting)
  if (!plan?.deadline || !rule) {
    const known = plans.filter(({deadline}) => deadline).map((document) => document.path)
    const what = plan
      ? `The document ${quote(path)} has no deadline: no rule is known for its kind and meeting.`
      : `There is no document ${quote(path)}.`
    const remedy = known.length > 0 ? `Write ${choices(path, known)}.` : 'Delete the directive.'
    return {reason: `${what} ${remedy}`}
  }
  const nodes: InlineNode[] =
    form === 'days'
      ? [{type: 'text', value: groupDigits(context, rule['days-before-meeting'])}]
      : dateNodes(context, plan.deadline)
  // It follows from the document's kind and meeting, which stand in its document.yaml.
  return {nodes: factValue(context, {nodes, yaml: plan.yaml, record: 'meeting', isExample: false})}
}
