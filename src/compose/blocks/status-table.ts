import {provisionReferences} from '../../resolve/index.ts'
import {documentDate} from '../document-date.ts'
import {phrase} from '../phrases.ts'
import {actionCell, evidenceCell, type Progress, provisionCell, statusCell, tasksOn} from '../tasks/index.ts'
import type {BlockDirective} from './directives.ts'
import {columnsOf, factTable, needsFacts} from './tables.ts'

/** `::status`: one row for each provision, as its task stood on the document's date. */
export const statusTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!needsFacts(part, node, subject, 'tasks')) return []
  const order = [...provisionReferences(subject)]
  const placeOf = ({task}: Progress): number => order.indexOf(task.provision ?? '')
  return [
    factTable(
      context,
      'status',
      phrase(context, 'status-caption', {date: documentDate(context)}),
      columnsOf(context, {provision: 14, action: 34, status: 20, evidence: 32}),
      tasksOn(context.dossier, context.plan)
        .filter(({task}) => task.provision !== undefined)
        .sort((a, b) => placeOf(a) - placeOf(b))
        .map((progress) => ({
          id: progress.task.id,
          cells: [
            provisionCell(context, progress.task),
            actionCell(context, progress.task),
            statusCell(context, progress),
            evidenceCell(context, progress.task),
          ],
        })),
    ),
  ]
}
