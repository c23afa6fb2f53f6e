import {
  byUrgency,
  dueCell,
  nextCell,
  ownerCell,
  progressCell,
  provisionCell,
  tasksOn,
} from '../tasks/index.ts'
import {put, type Sheet} from './sheet.ts'
import type {DossierTask} from './types.ts'

/** The tasks of a subject as the table of tasks shows them, the most pressing first. */
export function dossierTasks(sheet: Sheet): DossierTask[] {
  const {context} = sheet
  return tasksOn(context.dossier, context)
    .sort(byUrgency)
    .map((progress) => ({
      progress,
      words: {
        provision: put(sheet, provisionCell(context, progress.task)),
        owner: put(sheet, ownerCell(context, progress.task)),
        due: put(sheet, dueCell(context, progress)),
        status: put(sheet, progressCell(context, progress)),
        next: put(sheet, nextCell(context, progress)),
      },
    }))
}
