import {addSubject, isNamed} from '../resolve/index.ts'
import type {Viewpoint} from './context.ts'

/**
 * Why something of a subject cannot be printed: the document names none.
 *
 * @param what  in the author's words, such as `“::status”`
 * @returns a sentence and the remedy; undefined where the document names a subject
 */
export function withoutSubject({dossier, subject}: Viewpoint, what: string): string | undefined {
  if (isNamed(subject)) return undefined
  return `${what} is printed from the decisions and facts of a subject, and this document names none. ${addSubject(dossier.subjects.keys())}, or take it out.`
}
