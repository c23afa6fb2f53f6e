import {compare, isError} from '../../message/index.ts'
import {type Dossier, isNamed, type Language, type Subject} from '../../resolve/index.ts'
import {dateNodes} from '../dates.ts'
import {phrase} from '../phrases.ts'
import {completeReferences} from '../references.ts'
import {meetingDeadlines, otherDeadlines, subjectDeadlines} from './deadlines.ts'
import {dossierDecisions} from './decisions.ts'
import {put, sheetFor} from './sheet.ts'
import {dossierTasks} from './tasks.ts'
import type {DossierComposition} from './types.ts'

/**
 * The whole dossier in one language as it stood on a day: decisions, tasks and deadlines, not yet numbered.
 *
 * @param asOf  the day whose facts are told
 * @param only  id of the one subject that is wanted; all where left out
 * @returns undefined where there is neither a subject nor a document, or not the subject that is wanted
 */
export function composeDossier(
  dossier: Dossier,
  language: Language,
  asOf: string,
  only?: string,
): DossierComposition | undefined {
  const subjects = [...dossier.subjects.values()]
    .filter(({id}) => only === undefined || id === only)
    .sort((a, b) => compare(a.id, b.id))
  const all = (subjects.length > 0 || only !== undefined ? subjects : standIns(dossier)).map((subject) =>
    sheetFor(dossier, subject, asOf, language),
  )
  const sheets = all.filter(({context}) => isNamed(context.subject))
  const [first] = all
  if (!first) return undefined
  const {context} = first
  const date = (): ReturnType<typeof dateNodes> => dateNodes(context, asOf)
  const {provision = '', owner = '', due = '', status = '', next = ''} = context.labels.columns
  const composition: DossierComposition = {
    language,
    asOf,
    subjects: sheets.map((sheet) => ({
      id: sheet.context.subject.id,
      title:
        sheet.context.subject.words.decisions.get(language.code)?.value.subject ?? sheet.context.subject.id,
      decisions: dossierDecisions(sheet),
      tasks: dossierTasks(sheet),
    })),
    deadlines: [
      ...meetingDeadlines(first),
      ...sheets.flatMap(subjectDeadlines),
      ...(only === undefined ? otherDeadlines(first) : []),
    ].sort((a, b) => compare(a.starts, b.starts) || compare(a.id, b.id)),
    words: {
      tasks: put(first, phrase(context, 'tasks-caption', {date: date()})),
      deadlines: put(first, phrase(context, 'deadlines-caption', {date: date()})),
      notConfirmed: put(first, phrase(context, 'event-example')),
      signMeaning: put(first, phrase(context, 'example-sign')),
    },
    statuses: context.labels.statuses,
    columns: {provision, owner, due, status, next},
    trees: all.map(({tree}) => tree),
    messages: [],
  }
  for (const sheet of all) completeReferences(sheet.tree, sheet.context)
  // Words that a language lacks are a document's to report; here they are a mark in their place.
  composition.messages = all.flatMap((sheet) => sheet.context.messages.filter(isError))
  return composition
}

/** Where no document names a subject, what stands in for that of the first: documents have last days all the same. */
function standIns({documents}: Dossier): Subject[] {
  if (documents.some(({subject}) => isNamed(subject))) return []
  return documents.slice(0, 1).map(({subject}) => subject)
}
