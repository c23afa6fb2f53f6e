import type {VFileMessage} from 'vfile-message'
import {causesOf, refuses} from './asked.ts'
import type {Refusals} from './compose/index.ts'
import type {Texts} from './load/index.ts'
import type {BuiltDocument} from './looking/index.ts'
import {isError} from './message/index.ts'
import {grouped} from './report/index.ts'
import type {Dossier} from './resolve/index.ts'

/**
 * What a build of everything does not make, and how many of its errors keep it back.
 *
 * @param documents  every document in every language
 * @param messages  all of them
 * @param texts  of the sources: what is the same in several languages is counted once, as it is told
 */
export function refusalsOf(
  documents: readonly BuiltDocument[],
  messages: readonly VFileMessage[],
  dossier: Dossier,
  texts: Texts,
): Refusals {
  const errors = messages.filter(isError)
  return {
    subjects: brokenSubjects(errors),
    documents: refusedDocuments(documents, errors, dossier, texts),
  }
}

/** How many errors the facts of a subject have, by its id; one without errors is not there. */
export function brokenSubjects(errors: readonly VFileMessage[]): ReadonlyMap<string, number> {
  const subjects = new Map<string, number>()
  for (const {file = ''} of errors) {
    const id = /^documents\/decisions\/([^/]+)\//.exec(file)?.[1]
    if (id !== undefined) subjects.set(id, (subjects.get(id) ?? 0) + 1)
  }
  return subjects
}

function refusedDocuments(
  documents: readonly BuiltDocument[],
  errors: readonly VFileMessage[],
  dossier: Dossier,
  texts: Texts,
): Refusals['documents'] {
  const refused = new Map<string, {all: Set<VFileMessage>; languages: Map<string, number>}>()
  for (const {path, language, isRefused} of documents) {
    if (!isRefused) continue
    const plan = dossier.documents.find((other) => other.path === path)
    const own = plan ? errors.filter((message) => refuses(message, plan, language)) : causesOf(path, errors)
    const {all, languages} = refused.get(path) ?? {all: new Set(), languages: new Map()}
    for (const message of own) all.add(message)
    languages.set(language, own.length)
    refused.set(path, {all, languages})
  }
  return new Map(
    [...refused].map(([path, {all, languages}]) => [
      path,
      {errors: grouped([...all], texts).length, languages},
    ]),
  )
}
