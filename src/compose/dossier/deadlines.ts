import {
  type DocumentPlan,
  daysBetween,
  deadlineRule,
  holds,
  isNamed,
  type Located,
  type Subject,
} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import {dateRangeNodes} from '../dates.ts'
import {documentTitle} from '../document-title.ts'
import {signed} from '../examples.ts'
import {factValue} from '../fact-value.ts'
import {factNodes} from '../facts/index.ts'
import {contextFor} from '../make-context.ts'
import {meetingNodes, ofMeeting} from '../meetings.ts'
import {phrase} from '../phrases.ts'
import {symbolOf} from '../symbols.ts'
import {ownerCell, provisionCell, tasksOn, taskWords} from '../tasks/index.ts'
import {put, type Sheet} from './sheet.ts'
import type {Deadline} from './types.ts'

/** The days that a subject's facts set: for its documents, its tasks, replies to its Notification and comments. */
export function subjectDeadlines(sheet: Sheet): Deadline[] {
  const ofOwn = ofDocuments(sheet, (subject) => subject === sheet.context.subject)
  return [...ofOwn, ...ofTasks(sheet), ...ofReplies(sheet), ...ofComments(sheet)]
}

/** The last days for documents that name no subject. */
export function otherDeadlines(sheet: Sheet): Deadline[] {
  return ofDocuments(sheet, (subject) => !isNamed(subject)).map((day) => ({...day, subject: undefined}))
}

/** The days on which the meetings are held, each row of days by itself; a joint meeting may have none of its own. */
export function meetingDeadlines(sheet: Sheet): Deadline[] {
  const {context} = sheet
  const held = [...context.dossier.meetings.values()].filter(({hasPlace}) => hasPlace)
  return held.flatMap(({id, code, spells}) =>
    spells.map((spell, index): Deadline => {
      const nodes = phrase(context, 'event-meeting', {meeting: meetingNodes(context, id, 'name'), code})
      const days = {...spell, isExample: false, isFinished: false}
      const words = {day: put(sheet, ofMeeting(context, id, dayNodes(sheet, days))), name: put(sheet, nodes)}
      const part = index === 0 ? '' : `.${index + 1}`
      return {id: `meetings#${id}${part}`, kind: 'meeting', subject: undefined, ...days, words}
    }),
  )
}

function deadline(
  sheet: Sheet,
  kind: Deadline['kind'],
  id: string,
  day: {date: string; isExample: boolean; isFinished?: boolean; yaml: Located<unknown>; record: string},
  nodes: InlineNode[],
): Deadline {
  const {date, isExample, isFinished = false, yaml, record} = day
  const days = {starts: date, ends: date, isExample, isFinished}
  // The days carry their sign themselves, before what is said of them.
  const told = factValue(sheet.context, {nodes: dayNodes(sheet, days), yaml, record, isExample: false})
  const words = {day: put(sheet, told), name: put(sheet, nodes)}
  return {id, kind, subject: sheet.context.subject.id, ...days, words}
}

/** When it is, and how long that is from the day of the sheet. */
function dayNodes(
  {context}: Sheet,
  {starts, ends, isExample}: Pick<Deadline, 'starts' | 'ends' | 'isExample'>,
): InlineNode[] {
  const range = dateRangeNodes(context, starts, ends)
  const date = isExample ? signed(range) : range
  const count = daysBetween(context.asOf, starts)
  return count < 0 ? date : phrase(context, 'due-left', {date, left: phrase(context, 'days-left', {count})})
}

/** Last days for documents; one whose condition did not hold yet was not asked for on the day of the sheet. */
function ofDocuments(sheet: Sheet, isWanted: (subject: Subject) => boolean): Deadline[] {
  const {context} = sheet
  const {asOf} = context
  return context.dossier.documents.flatMap((plan) => {
    const {path, yaml, kind, subject} = plan
    if (!isWanted(subject) || plan.deadline === undefined) return []
    if (asOf < plan.asOf && !holds(yaml.value.when, subject, asOf)) return []
    // A rule that only warns is one that is not confirmed.
    const isExample = deadlineRule(kind, plan.meeting)?.severity === 'warning'
    const day = {date: plan.deadline, isExample, yaml, record: 'meeting'}
    const title = titleOf(sheet, plan)
    const nodes = phrase(context, 'event-document', {symbol: symbolOf(context, plan), title})
    return [deadline(sheet, 'document', `${path}#deadline`, day, nodes)]
  })
}

/** The title as on the document's own date. */
function titleOf({context}: Sheet, plan: DocumentPlan): InlineNode[] {
  return documentTitle(contextFor(context.dossier, plan, context.language))
}

function ofTasks(sheet: Sheet): Deadline[] {
  const {context} = sheet
  const yaml = context.subject.facts.tasks
  return tasksOn(context.dossier, context).flatMap(({task, due, isFinished}) => {
    if (!due || !yaml) return []
    const nodes = phrase(context, 'event-task', {
      provision: provisionCell(context, task),
      action: taskWords(context, task, 'action'),
      owner: ownerCell(context, task),
    })
    const id = `${context.subject.id}/tasks#${task.id}`
    const isExample = due.isExample || due.severity === 'warning'
    return [
      deadline(sheet, 'task', id, {date: due.date, isExample, isFinished, yaml, record: task.id}, nodes),
    ]
  })
}

function ofReplies(sheet: Sheet): Deadline[] {
  const {context} = sheet
  const {subject, asOf} = context
  const yaml = subject.facts.notification
  if (!yaml || yaml.value.date > asOf) return []
  const {value} = yaml
  const found = factNodes(context, 'notification')
  const nodes = phrase(context, 'event-replies', {notification: 'nodes' in found ? found.nodes : []})
  const day = {date: value['reply-by'], isExample: value.example === true, yaml, record: 'reply-by'}
  return [deadline(sheet, 'replies', `${subject.id}/notification#reply-by`, day, nodes)]
}

function ofComments(sheet: Sheet): Deadline[] {
  const {context} = sheet
  const {subject, asOf} = context
  const yaml = subject.facts.comments
  if (!yaml || yaml.value.requested > asOf) return []
  const {value} = yaml
  const words = subject.words.decisions.get(context.language.code)?.value.subject
  const nodes = phrase(context, 'event-comments', {subject: words ?? subject.id})
  const day = {date: value.closes, isExample: value.example === true, yaml, record: 'closes'}
  return [deadline(sheet, 'comments', `${subject.id}/comments#closes`, day, nodes)]
}
