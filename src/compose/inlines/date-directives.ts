import {quote} from '../../message/index.ts'
import type {TaskFact} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes, dateRangeNodes, monthNodes} from '../dates.ts'
import {asExample} from '../examples.ts'
import {factValue} from '../fact-value.ts'
import {groupDigits} from '../numbers.ts'

type Found = {nodes: InlineNode[]} | {reason: string}

/**
 * The date of what a name stands for: a task's status or evidence (`review.in-progress`), a meeting (`sc58`), a document.
 *
 * @param form  `month` for month and year alone
 */
export function dateOf(context: Context, name: string, form: string | undefined): Found {
  const print = (iso: string): InlineNode[] =>
    form === 'month' ? monthNodes(context, iso) : dateNodes(context, iso)
  const {dossier, plan} = context
  const meeting = dossier.meetings.get(name)
  if (meeting)
    return {
      nodes: form === 'month' ? print(meeting.starts) : dateRangeNodes(context, meeting.starts, meeting.ends),
    }
  const document = dossier.documents.find(({path}) => path === name)
  if (document) {
    const {fact} = document
    const nodes = print(fact.value.date)
    const where = {
      path: fact.path,
      place: fact.data.locate(['date']),
      what: 'The date of the document is an example.',
    }
    return {nodes: fact.value['example-date'] ? asExample(context, nodes, where) : nodes}
  }
  const [taskId = '', event = ''] = name.split('.')
  const tasks = plan.subject.tasks
  const task = tasks?.value.tasks.find(({id}) => id === taskId)
  const found = task && eventOf(task, event, plan.asOf)
  if (!tasks || !task || !found)
    return {
      reason: `Nothing is known of ${quote(name)} on the date of the document, ${plan.asOf}. Write a task with one of its statuses or pieces of evidence, such as ${quote(exampleOf(tasks?.value.tasks) ?? 'review.completed')}, a meeting, or a document.`,
    }
  const pointer = ['tasks', tasks.value.tasks.indexOf(task), ...found.pointer]
  return {
    nodes: factValue(context, {
      nodes: print(found.date),
      fact: tasks,
      pointer,
      record: task.id,
      isExample: found.isExample,
    }),
  }
}

function eventOf(
  {entries}: TaskFact,
  event: string,
  asOf: string,
): {date: string; isExample: boolean; pointer: (string | number)[]} | undefined {
  for (const [index, entry] of entries.entries()) {
    if (entry.date > asOf) continue
    if (entry.status === event)
      return {date: entry.date, isExample: entry.example === true, pointer: ['entries', index]}
    const place = (entry.evidence ?? []).findIndex(({id}) => id === event)
    const item = entry.evidence?.[place]
    if (item && item.date <= asOf)
      return {
        date: item.date,
        isExample: item.example === true,
        pointer: ['entries', index, 'evidence', place],
      }
  }
  return undefined
}

function exampleOf(tasks: readonly TaskFact[] | undefined): string | undefined {
  const [task] = tasks ?? []
  return task && `${task.id}.${task.entries[0]?.status}`
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
  if (!plan?.deadline || !plan.kind.deadline) {
    const known = plans.filter(({deadline}) => deadline).map((document) => document.path)
    return {
      reason: `No deadline is known for ${quote(path)}. Write one of: ${known.join(', ') || 'a document whose kind has a “deadline”'}.`,
    }
  }
  if (form === 'days')
    return {nodes: [{type: 'text', value: groupDigits(context, plan.kind.deadline['days-before-meeting'])}]}
  return {nodes: dateNodes(context, plan.deadline)}
}
