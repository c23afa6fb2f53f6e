import {asTyped, compare, few} from '../message/index.ts'
import type {Located} from './located.ts'
import type {Subject, SubjectWords} from './types.ts'

/**
 * What stands in for the subject of a document that names none: no decision, no fact, no words. So whoever prints
 * something of a subject finds nothing there, and asks isNamed before it says why.
 *
 * @param home  the document.yaml
 * @param sorts  names of all sorts of facts
 */
export function noSubject(home: Located<unknown>, sorts: readonly string[]): Subject {
  return {
    id: '',
    refused: new Set(),
    facts: {decisions: {...home, value: {decisions: []}}},
    words: Object.fromEntries(sorts.map((name) => [name, new Map()])) as Record<
      string,
      unknown
    > as SubjectWords,
  }
}

/** Whether a document names the subject, or it only stands in for one. */
export function isNamed({id}: Pick<Subject, 'id'>): boolean {
  return id !== ''
}

/**
 * What to do where a document uses something of a subject and names none: the beginning of a sentence.
 *
 * @param subjects  ids of those that there are
 */
export function addSubject(subjects: Iterable<string>): string {
  const [first, ...others] = [...subjects].sort(compare)
  if (first === undefined)
    return `Make a subject with “${asTyped('new', '--subject')}”, add “subject:” with its name to document.yaml`
  if (others.length === 0) return `Add “subject: ${first}” to document.yaml`
  return `Add “subject:” to document.yaml, with one of: ${few([first, ...others])}`
}
