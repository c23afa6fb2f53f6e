import type {VFileMessage} from 'vfile-message'
import {checkContent} from '../content.ts'
import {asTyped, compare, few, isError} from '../message/index.ts'
import {addSubject, type DocumentPlan, type Dossier} from '../resolve/index.ts'
import {documentFiles} from './document-files.ts'
import type {Files, Settled} from './types.ts'

/** A new document that could be written, with the dossier as it would be then. */
export interface Attempt {
  files: Files
  dossier: Dossier
  plan: DocumentPlan
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
  const made = documentFiles(settled, date, dossier)
  if ('refused' in made) return made
  const result = await checkContent({root, documents: [settled.folder], changes: made.files})
  const errors = result.messages.filter(isError)
  const folder = `documents/${settled.folder}/`
  // What is wrong with the sources comes first: the new document may only suffer from it.
  const message = errors.find(({file}) => !file?.startsWith(folder)) ?? errors[0]
  if (message) return {refused: sentence(message, folder, settled, dossier)}
  const plan = result.dossier.documents.find(({path}) => path === settled.folder)
  if (!plan) throw new Error(`The new document ${settled.folder} has no error and no plan.`)
  return {files: made.files, dossier: result.dossier, plan}
}

/** The message in the words of somebody who has not seen the file yet. */
function sentence(message: VFileMessage, folder: string, {subject}: Settled, {subjects}: Dossier): string {
  const {file = '', line = 1, column = 1, reason} = message
  if (!file.startsWith(folder)) return `${file}:${line}:${column} has an error: ${reason}`
  if (subject === undefined && reason.includes(addSubject(subjects.keys()))) {
    const named = subjects.size > 0 ? ` (${few([...subjects.keys()].sort(compare))})` : ''
    return `A document of this kind prints the decisions and facts of a subject. Name it with --subject${named}, or make one first: ${asTyped('new', '--subject my-subject')}`
  }
  const remedy = /, or (?:delete this line|take the fact out of the sentence)\.$/
  if (!remedy.test(reason)) return `There would be an error in ${file}: ${reason}`
  return `A document of this kind needs more. ${reason.replace(remedy, ', or name another --kind or --subject.')}`
}
