import {type DossierComposition, type DossierTask, urgencyOf} from '../../compose/index.ts'
import {daysBetween} from '../../resolve/index.ts'
import {deadlinesAhead} from './deadlines-ahead.ts'

/**
 * Tasks and deadlines as data, in the form of schemas/status.schema.json: ids and days, no words.
 *
 * @param composition  the dossier in any language
 * @param isLatest  whether its day is that of the latest fact
 */
export function statusRecord(composition: DossierComposition, isLatest: boolean): object {
  const {asOf, subjects} = composition
  return {
    date: asOf,
    'is-latest-fact': isLatest,
    subjects: subjects.map(({id, tasks}) => ({id, tasks: tasks.map(taskRecord)})),
    deadlines: deadlinesAhead(composition).map(({id, kind, subject, starts, ends, isExample}) => ({
      id,
      kind,
      subject,
      date: starts,
      ...(ends === starts ? {} : {ends}),
      'days-left': Math.max(0, daysBetween(asOf, starts)),
      'is-example': isExample,
    })),
  }
}

function taskRecord({progress}: DossierTask): object {
  const {task, entry, due, done, daysLate, daysLeft, waitsFor} = progress
  return {
    id: task.id,
    provision: task.provision,
    'instructed-at': task['instructed-at'],
    owner: task.owner,
    urgency: urgencyOf(progress),
    status: entry?.status ?? 'not-started',
    'is-example': entry?.example === true,
    due: due?.date,
    ...(due ? {'is-due-example': due.isExample || due.severity === 'warning'} : {}),
    done,
    'days-late': daysLate,
    'days-left': daysLeft,
    'waits-for': waitsFor.map(({id}) => id),
    next: entry?.next,
  }
}
