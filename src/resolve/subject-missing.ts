import type {Kind} from './kind-types.ts'
import {addSubject} from './no-subject.ts'
import type {DocumentRecord} from './types.ts'

/** Values of a cover that are facts of a subject. */
const ofWorkshop: ReadonlySet<string> = new Set(['workshop', 'workshop-place'])

/**
 * What a document that names no subject has, and only one with a subject can have: conditions, provisions, a cover that
 * prints facts. What its words print of a subject is said where they stand.
 *
 * @param subjects  ids of those that there are
 * @param say  takes the place in document.yaml, the id and the reason
 */
export function subjectMissing(
  value: DocumentRecord,
  kind: Kind | undefined,
  subjects: Iterable<string>,
  say: (pointer: (string | number)[], ruleId: string, reason: string) => void,
): void {
  const add = addSubject(subjects)
  const refuse = (what: string, pointer: (string | number)[], otherwise = ', or delete this'): void =>
    say(pointer, 'subject-missing', `${what} of a subject, and this document names none. ${add}${otherwise}.`)
  if (kind?.cover.some(({value: printed}) => printed && ofWorkshop.has(printed)))
    refuse('The cover of this kind of document prints the workshop', [], '')
  if (value.implements) refuse('“implements” names provisions of the decisions', ['implements'])
  if (value.when) refuse('“when” asks for facts', ['when'])
  for (const [index, annex] of (value.annexes ?? []).entries())
    if (typeof annex !== 'string' && annex.when) refuse('“when” asks for facts', ['annexes', index, 'when'])
}
