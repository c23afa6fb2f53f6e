import type {VFileMessage} from 'vfile-message'
import {isError} from '../message/index.ts'
import {checkContent} from '../pipeline.ts'
import type {Files, Settled} from './types.ts'

/** Rules that say that the dossier lacks what the kind prints. */
const factRules = new Set(['facts-missing', 'facts-later', 'unknown-fact', 'unknown-date'])

/**
 * Why a new document could not be built if it were written: it is put into a build in memory and checked.
 *
 * @returns one sentence and the remedy, or undefined where there would be no error
 */
export async function refusalOf(root: string, settled: Settled, files: Files): Promise<string | undefined> {
  const {messages} = await checkContent({root, documents: [settled.folder], changes: files})
  const errors = messages.filter(isError)
  const folder = `documents/${settled.folder}/`
  // What is wrong with the sources comes first: the new document may only suffer from it.
  const message = errors.find(({file}) => !file?.startsWith(folder)) ?? errors[0]
  return message && sentence(message, settled, folder)
}

function sentence(message: VFileMessage, {subject}: Settled, folder: string): string {
  const {file = '', line = 1, column = 1, reason, ruleId = ''} = message
  if (!file.startsWith(folder)) return `${file}:${line}:${column} has an error: ${reason}`
  if (!factRules.has(ruleId)) return `In ${file} would be an error: ${reason}`
  const [what = reason] = reason.split(/(?<=\.) /)
  const isMissing = /\.yaml /.test(what)
  const remedy = isMissing
    ? 'Add it there'
    : `Add it in documents/decisions/${subject}/, choose a later --date`
  return `${what} A document of this kind prints it. ${remedy}, or name another dossier with --subject.`
}
