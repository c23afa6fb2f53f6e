import {documentDate} from '../document-date.ts'
import {phrase} from '../phrases.ts'
import {
  byUrgency,
  doneCell,
  dueCell,
  evidenceCell,
  nextCell,
  ownerCell,
  progressCell,
  provisionCell,
  tasksOn,
} from '../tasks/index.ts'
import {columnsOf, factTable, type Tables} from './fact-table.ts'
import {noFile} from './refusals.ts'

// The columns of dates are as wide as a long date, which is not parted.
const widths = {provision: 12, owner: 12, due: 19, done: 19, status: 21, evidence: 21, next: 16}

/** Every task with owner, due, done, status, evidence and next step; late and blocked ones first. */
export const tasksTables: Tables = (context) => {
  if (!context.subject.facts.tasks) return noFile(context, 'tasks')
  const rows = tasksOn(context.dossier, context)
    .sort(byUrgency)
    .map((progress) => ({
      id: progress.task.id,
      cells: [
        provisionCell(context, progress.task),
        ownerCell(context, progress.task),
        dueCell(context, progress),
        doneCell(context, progress),
        progressCell(context, progress),
        evidenceCell(context, progress.task),
        nextCell(context, progress),
      ],
    }))
  const caption = phrase(context, 'tasks-caption', {date: documentDate(context)})
  return [factTable(context, 'tasks', caption, columnsOf(context, widths), rows)]
}
