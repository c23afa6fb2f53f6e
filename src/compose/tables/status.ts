import {provisionReferences} from '../../resolve/index.ts'
import {documentDate} from '../document-date.ts'
import {phrase} from '../phrases.ts'
import {actionCell, evidenceCell, type Progress, provisionCell, statusCell, tasksOn} from '../tasks/index.ts'
import {columnsOf, factTable, type Tables} from './fact-table.ts'
import {noFile} from './refusals.ts'

/** One row for each provision, as its task stood on the day. */
export const statusTables: Tables = (context) => {
  const {subject} = context
  if (!subject.facts.tasks) return noFile(context, 'tasks')
  const order = [...provisionReferences(subject)]
  const placeOf = ({task}: Progress): number => order.indexOf(task.provision ?? '')
  const rows = tasksOn(context.dossier, context)
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
    }))
  const caption = phrase(context, 'status-caption', {date: documentDate(context)})
  const columns = columnsOf(context, {provision: 14, action: 30, status: 27, evidence: 29})
  return [factTable(context, 'status', caption, columns, rows)]
}
