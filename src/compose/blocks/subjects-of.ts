import {choices, quote} from '../../message/index.ts'
import type {DecisionRecord, Subject} from '../../resolve/index.ts'
import type {DocumentContext} from '../context.ts'
import type {Refusal} from '../tables/index.ts'
import {withoutSubject} from '../without-subject.ts'

/** What stands behind `of=` for every subject that has adopted decisions. */
export const allSubjects = 'all'

/** Whether a decision has its number. */
export function isAdopted({labels}: DecisionRecord): boolean {
  return labels.adopted !== null
}

/**
 * The subjects whose decisions a directive lists.
 *
 * @param of  ids with spaces between them, or `all`; the document's own subject where it is left out
 * @returns the subjects, and what is wrong with the ids, or with a document that names no subject
 */
export function subjectsOf(
  context: DocumentContext,
  of: string | undefined,
): {subjects: Subject[]; fault?: Refusal} {
  if (of !== undefined) {
    const {subjects, fault} = namedSubjects(context, of)
    return {subjects, ...(fault === undefined ? {} : {fault: {ruleId: 'unknown-subject', reason: fault}})}
  }
  const reason = withoutSubject(context, 'This line')
  return reason === undefined
    ? {subjects: [context.subject]}
    : {subjects: [], fault: {ruleId: 'facts-missing', reason}}
}

function namedSubjects(
  {dossier, subject}: DocumentContext,
  of: string,
): {subjects: Subject[]; fault?: string} {
  const known = dossier.subjects
  const decisionsOf = (one: Subject): readonly DecisionRecord[] => one.facts.decisions.value.decisions
  if (of === allSubjects)
    return {subjects: [...known.values()].filter((one) => decisionsOf(one).some(isAdopted))}
  const ids = of.split(' ')
  const strange = ids.find((id) => !known.has(id))
  const twice = ids.find((id, index) => ids.indexOf(id) < index)
  const subjects = ids.flatMap((id) => known.get(id) ?? [])
  if (strange !== undefined && decisionsOf(subject).some(({id}) => id === strange))
    return {
      subjects,
      fault: `${quote(strange)} is a decision and no subject. Write “::decision{of=${strange}}”, which quotes it, or a subject (a folder of documents/decisions/).`,
    }
  if (strange !== undefined)
    return {
      subjects,
      fault: `There is no subject ${quote(strange)}. Write ${choices(strange, [...known.keys(), allSubjects])}.`,
    }
  if (twice !== undefined)
    return {subjects, fault: `The subject ${quote(twice)} is named twice. Delete one of the two.`}
  return {subjects}
}
