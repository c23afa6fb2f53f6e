import type {VFileMessage} from 'vfile-message'
import {checkContent} from '../content.ts'
import {asTyped, compare, few, isError} from '../message/index.ts'
import {addSubject, type DocumentPlan, type Dossier} from '../resolve/index.ts'
import {documentFiles} from './document-files.ts'
import {type LeftOut, lackingFacts} from './left-out.ts'
import type {Files, Settled} from './types.ts'

/** A new document that can be written, with the dossier as it would be then. */
export interface Attempt {
  files: Files
  dossier: Dossier
  plan: DocumentPlan
  /** What of the kind's starter it is without, for the subject lacks the facts. */
  leftOut: LeftOut
  /** What its cover cannot print yet, and what would bring it. */
  bare: string[]
}

/**
 * Puts a new document into a build in memory and checks it.
 *
 * @param date  the day whose facts it states
 * @param dossier  the content root as it is
 * @returns what would be written, or one sentence and the remedy where it could not be built
 */
export async function attempt(
  root: string,
  settled: Settled,
  date: string,
  dossier: Dossier,
): Promise<Attempt | {refused: string}> {
  const folder = `documents/${settled.folder}/`
  const leftOut: LeftOut = new Map()
  for (;;) {
    const made = documentFiles(settled, date, dossier, leftOut)
    if ('refused' in made) return made
    const result = await checkContent({root, documents: [settled.folder], changes: made.files})
    const errors = result.messages.filter(isError)
    // What is wrong with the sources comes first: the new document may only suffer from it.
    const foreign = errors.find(({file}) => !file?.startsWith(folder))
    const lacking = lackingFacts(errors, made.files, leftOut)
    const [message] = lacking.rest
    const added = [...lacking.blocks].filter(([name]) => !leftOut.has(name))
    if (!foreign && added.length > 0) for (const [name, cause] of added) leftOut.set(name, cause)
    else {
      const refused = foreign ?? message
      if (refused) return {refused: sentence(refused, folder, settled, dossier)}
      const plan = result.dossier.documents.find(({path}) => path === settled.folder)
      if (!plan) throw new Error(`The new document ${settled.folder} has no error and no plan.`)
      return {
        files: made.files,
        dossier: result.dossier,
        plan,
        leftOut,
        bare: bareCover(settled, dossier),
      }
    }
  }
}

/** What the cover of a kind prints of a subject, where the subject has none of it. */
function bareCover({kind: id, subject: named}: Settled, dossier: Dossier): string[] {
  const kind = dossier.templates.kinds.get(id)?.value
  const subject = dossier.subjects.get(named ?? '')
  if (!kind?.cover.some(({value}) => value === 'workshop') || !subject || subject.facts.workshop) return []
  return [
    `Its cover prints the workshop, and there is no workshop.yaml in documents/decisions/${subject.id}/.`,
  ]
}

/** The message in the words of somebody who has not seen the file yet. */
function sentence(message: VFileMessage, folder: string, {subject}: Settled, {subjects}: Dossier): string {
  const {file = '', line = 1, column = 1, reason} = message
  if (!file.startsWith(folder)) return `${file}:${line}:${column} has an error: ${reason}`
  if (subject === undefined && reason.includes(addSubject(subjects.keys()))) {
    const named = subjects.size > 0 ? ` (${few([...subjects.keys()].sort(compare))})` : ''
    return `A document of this kind prints the decisions and facts of a subject. Name it with --subject${named}, or make one first: ${asTyped('new', '--subject my-subject')}`
  }
  return `There would be an error in ${file}: ${reason}`
}
