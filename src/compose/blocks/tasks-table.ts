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
import type {BlockDirective} from './directives.ts'
import {columnsOf, factTable, needsFacts} from './tables.ts'

/** `::tasks`: every task with owner, due, done, status, evidence and next step; late and blocked ones first. */
export const tasksTable: BlockDirective = (node, part) => {
  const {context} = part
  if (!needsFacts(part, node, context.plan.subject, 'tasks')) return []
  return [
    factTable(
      context,
      'tasks',
      phrase(context, 'tasks-caption', {date: documentDate(context)}),
      columnsOf(context, {
        provision: 12,
        owner: 15,
        due: 14,
        done: 14,
        status: 19,
        evidence: 26,
        next: 20,
      }),
      tasksOn(context.dossier, context.plan)
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
        })),
    ),
  ]
}
