import type {Evidence, Subject, Task} from '../../resolve/index.ts'
import {type InlineNode, text} from '../../tree/index.ts'
import {actorName} from '../actor-words.ts'
import type {Context} from '../context.ts'
import {wholeDateNodes} from '../dates.ts'
import {factValue} from '../fact-value.ts'
import {listNodes} from '../lists.ts'
import {ofMeeting} from '../meetings.ts'
import {openReference} from '../open-reference.ts'
import {factsPath, ownWords} from '../own-words.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {type Progress, urgencyOf} from './progress.ts'

type Tasks = NonNullable<Subject['facts']['tasks']>

function tasksOf(context: Context): Tasks {
  return context.subject.facts.tasks as Tasks
}

/** Words of a task in the language: what is done, a piece of evidence, a next step. */
export function taskWords(context: Context, task: Task, ...keys: string[]): InlineNode[] {
  const words = context.subject.words.tasks.get(context.language.code)
  return ownWords(context, words, ['tasks', task.id, ...keys], factsPath(context.subject, 'tasks'))
}

/** Words that rest on a record of a task. */
function ofTask(
  context: Context,
  task: Task,
  nodes: InlineNode[],
  isExample: boolean,
  pointer: (string | number)[] = [],
): InlineNode[] {
  const yaml = tasksOf(context)
  const at = ['tasks', yaml.value.tasks.indexOf(task), ...pointer]
  return factValue(context, {nodes, yaml, pointer: at, record: task.id, isExample})
}

/** “14.35 a)”, or the meeting that gave the task. */
export function provisionCell(context: Context, task: Task): InlineNode[] {
  const {path} = tasksOf(context)
  if (task.provision) return [openReference({decision: task.provision, form: 'number', path})]
  const meeting = context.dossier.meetings.get(task['instructed-at'] ?? '')
  const nodes = text(meeting?.code ?? '')
  return phrase(context, 'instructed-at', {
    meeting: meeting ? ofMeeting(context, meeting.id, nodes) : nodes,
  })
}

/** What is to be done. */
export function actionCell(context: Context, task: Task): InlineNode[] {
  return taskWords(context, task, 'action')
}

/** Who does it. */
export function ownerCell(context: Context, task: Task): InlineNode[] {
  return actorName(context, task.owner, 'name')
}

/** “in progress (16 March 2009)”; without a date where nothing has happened yet. */
export function statusCell(context: Context, {task, entry}: Progress): InlineNode[] {
  if (!entry || entry.status === 'not-started')
    return ofTask(context, task, text(context.labels.statuses['not-started'] ?? ''), entry?.example === true)
  const nodes = phrase(context, 'status-entry', {
    status: context.labels.statuses[entry.status] ?? '',
    date: wholeDateNodes(context, entry.date),
  })
  return ofTask(context, task, nodes, entry.example === true, ['entries', task.entries.indexOf(entry)])
}

/** The status with what is wrong: late and by how many days, blocked and by what. */
export function progressCell(context: Context, progress: Progress): InlineNode[] {
  const {daysLate, waitsFor} = progress
  const notes = [
    statusCell(context, progress),
    ...(daysLate > 0 ? [ofDue(context, progress, phrase(context, 'days-late', {count: daysLate}))] : []),
    ...(waitsFor.length > 0
      ? [
          phrase(context, 'waits-for', {
            provisions: listNodes(
              context,
              waitsFor.map((task) => provisionCell(context, task)),
            ),
          }),
        ]
      : []),
  ]
  const nodes = joined(notes)
  const urgency = urgencyOf(progress)
  return urgency === 'late' || urgency === 'blocked'
    ? phrase(context, `status-${urgency}`, {entry: nodes})
    : nodes
}

/** The day on which it is due, and how long that is. */
export function dueCell(context: Context, progress: Progress): InlineNode[] {
  const {due, daysLeft} = progress
  if (!due) return text(plainPhrase(context, 'no-evidence'))
  const date = ofDue(context, progress, wholeDateNodes(context, due.date))
  if (daysLeft === undefined) return date
  const left = ofDue(context, progress, phrase(context, 'days-left', {count: daysLeft}))
  return phrase(context, 'due-left', {date, left})
}

/** What follows from the day on which a task is due; an example where that day is one. */
function ofDue(context: Context, {task, due}: Progress, nodes: InlineNode[]): InlineNode[] {
  return ofTask(context, task, nodes, due?.isExample === true, ['due'])
}

/** The day on which it was completed. */
export function doneCell(context: Context, {task, done, entry}: Progress): InlineNode[] {
  if (!done || !entry) return text(plainPhrase(context, 'no-evidence'))
  const at = ['entries', task.entries.indexOf(entry)]
  return ofTask(context, task, wholeDateNodes(context, done), entry.example === true, at)
}

/** What shows it, by the document's date. */
export function evidenceCell(context: Context, task: Task): InlineNode[] {
  const {asOf} = context
  const known = task.entries
    .filter(({date}) => date <= asOf)
    .flatMap(({evidence = []}) => evidence.filter((item) => item.date <= asOf))
  if (known.length === 0) return text(plainPhrase(context, 'no-evidence'))
  return joined(known.map((item) => evidenceNodes(context, task, item)))
}

function evidenceNodes(context: Context, task: Task, item: Evidence): InlineNode[] {
  return ofTask(context, task, taskWords(context, task, 'evidence', item.id), item.example === true)
}

/** What comes next. */
export function nextCell(context: Context, {task, entry}: Progress): InlineNode[] {
  if (!entry?.next) return text(plainPhrase(context, 'no-evidence'))
  return ofTask(context, task, taskWords(context, task, 'next', entry.next), entry.example === true)
}

function joined(items: readonly InlineNode[][]): InlineNode[] {
  return items.flatMap((nodes, index) => (index === 0 ? nodes : [...text('; '), ...nodes]))
}
