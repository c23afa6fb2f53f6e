import {type DossierComposition, latestFactDate} from '../compose/index.ts'
import {dossierAsOf} from '../dossier-outputs.ts'
import {compare} from '../message/index.ts'
import type {Dossier} from '../resolve/index.ts'
import type {DeadlineChange, TaskChange} from './types.ts'

/** How tasks and deadlines stand, as of the latest fact of a side. */
export interface Standing {
  tasks: ReadonlyMap<string, Readonly<Record<string, string | undefined>>>
  deadlines: ReadonlyMap<string, {kind: string; day: string}>
}

/** Ids of the subjects some of whose facts have errors on a side: nothing is told of their tasks. */
export function unsoundSubjects(...dossiers: readonly Dossier[]): Set<string> {
  return new Set(
    dossiers.flatMap(({subjects}) =>
      [...subjects].flatMap(([id, {refused}]) => (refused.size > 0 ? [id] : [])),
    ),
  )
}

/**
 * How tasks and deadlines stand on a side.
 *
 * @param unsound  ids of subjects that are left out
 */
export function standingOf(dossier: Dossier, unsound: ReadonlySet<string>): Standing {
  const subjects = new Map([...dossier.subjects].filter(([id]) => !unsound.has(id)))
  const asOf = latestFactDate({...dossier, subjects})
  const [language] = dossier.languages
  const composition = asOf && language && dossierAsOf({...dossier, subjects}, language, asOf)
  if (!composition) return {tasks: new Map(), deadlines: new Map()}
  return {tasks: tasksOf(composition), deadlines: deadlinesOf(composition)}
}

function tasksOf({subjects}: DossierComposition): Standing['tasks'] {
  return new Map(
    subjects.flatMap(({id, tasks}) =>
      tasks.map(({progress: {task, entry, due, done, waitsFor}}) => [
        `${id}/${task.id}`,
        {
          status: entry?.status ?? 'not-started',
          due: due?.date,
          done,
          'waits-for': waitsFor.length > 0 ? waitsFor.map((other) => other.id).join(', ') : undefined,
          next: entry?.next,
        },
      ]),
    ),
  )
}

function deadlinesOf({deadlines}: DossierComposition): Standing['deadlines'] {
  return new Map(
    deadlines.map(({id, kind, starts, ends, isFinished}) => [
      `${kind} ${id}`,
      {kind, day: `${starts === ends ? starts : `${starts}/${ends}`}${isFinished ? ' (done)' : ''}`},
    ]),
  )
}

const fields = ['status', 'due', 'done', 'waits-for', 'next'] as const

/** The tasks that stand otherwise; one that is new or no more is told as a whole. */
export function taskChanges(before: Standing, after: Standing): TaskChange[] {
  const ids = [...new Set([...before.tasks.keys(), ...after.tasks.keys()])].sort(compare)
  return ids.flatMap((task): TaskChange[] => {
    const [one, other] = [before.tasks.get(task), after.tasks.get(task)]
    if (!one || !other) return [change({task, field: 'task'}, one?.status, other?.status)]
    return fields.flatMap((field) =>
      one[field] === other[field] ? [] : [change({task, field}, one[field], other[field])],
    )
  })
}

/** The days that lie elsewhere, are new or are no more. */
export function deadlineChanges(before: Standing, after: Standing): DeadlineChange[] {
  const keys = [...new Set([...before.deadlines.keys(), ...after.deadlines.keys()])].sort(compare)
  return keys.flatMap((key): DeadlineChange[] => {
    const [one, other] = [before.deadlines.get(key), after.deadlines.get(key)]
    if (one?.day === other?.day) return []
    const id = key.slice(key.indexOf(' ') + 1)
    return [change({id, kind: one?.kind ?? other?.kind ?? ''}, one?.day, other?.day)]
  })
}

function change<T extends object>(
  what: T,
  before: string | undefined,
  after: string | undefined,
): T & {before?: string; after?: string} {
  return {...what, ...(before === undefined ? {} : {before}), ...(after === undefined ? {} : {after})}
}
