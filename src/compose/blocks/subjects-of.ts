import {choices, quote} from '../../message/index.ts'
import {type DecisionRecord, isAdoptedLater, type Subject} from '../../resolve/index.ts'
import type {DocumentContext} from '../context.ts'
import type {Refusal} from '../tables/index.ts'
import {withoutSubject} from '../without-subject.ts'

/** What stands behind `of=` for every subject that has adopted decisions. */
const allSubjects = 'all'

/**
 * Whether a list of decisions holds one: none that was adopted later than the document tells, and of all subjects only
 * those that have their number.
 *
 * @param of  what stands behind `of=`
 */
export function isListed(
  {dossier, plan}: DocumentContext,
  decision: DecisionRecord,
  of: string | undefined,
): boolean {
  return (of !== allSubjects || decision.labels.adopted !== null) && !isAdoptedLater(decision, dossier, plan)
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
    if (fault !== undefined) return {subjects, fault: {ruleId: 'unknown-subject', reason: fault}}
    return {subjects, ...laterFault(context, subjects, of)}
  }
  const reason = withoutSubject(context, 'This line')
  if (reason !== undefined) return {subjects: [], fault: {ruleId: 'facts-missing', reason}}
  return {subjects: [context.subject], ...laterFault(context, [context.subject], of)}
}

/** A subject that is meant and of which nothing would be printed. */
function laterFault(
  context: DocumentContext,
  subjects: readonly Subject[],
  of: string | undefined,
): {fault?: Refusal} {
  const none = subjects.find(
    ({facts}) => !facts.decisions.value.decisions.some((decision) => isListed(context, decision, of)),
  )
  if (!none || none.facts.decisions.value.decisions.length === 0) return {}
  const {asOf, meeting} = context.plan
  const reason = `The decisions of ${quote(none.id)} were adopted after what this document tells (${meeting.code}, the facts of ${asOf}). Correct the meeting or the date, or take them out of this line.`
  return {fault: {ruleId: 'facts-later', reason}}
}

function namedSubjects(context: DocumentContext, of: string): {subjects: Subject[]; fault?: string} {
  const {dossier, subject} = context
  const known = dossier.subjects
  const decisionsOf = (one: Subject): readonly DecisionRecord[] => one.facts.decisions.value.decisions
  if (of === allSubjects)
    return {
      subjects: [...known.values()].filter((one) =>
        decisionsOf(one).some((decision) => isListed(context, decision, of)),
      ),
    }
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
