import {choices, quote} from '../../message/index.ts'
import {addresseesOf, type DecisionRecord, provisionPaths, provisionReferences} from '../../resolve/index.ts'
import type {FlowNode} from '../../tree/index.ts'
import {directedTo} from '../actor-words.ts'
import {reportError} from '../context.ts'
import {decisionNode, decisionNotes, provisionNode} from '../decisions.ts'
import {withoutSubject} from '../without-subject.ts'
import type {BlockDirective} from './block-directive.ts'
import {placeOf} from './part-context.ts'

/**
 * `::decision{of=secretariat}`: the decision word for word, with its label and letters, under the heading of its
 * addressees with `with=addressee`. `::decision{of=secretariat.publish}`: one provision alone, with its letter.
 */
export const decisionQuotation: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context
  const reference = node.attributes?.of ?? ''
  const [id = '', provision] = reference.split('.')
  const decisions = subject.facts.decisions.value.decisions
  const decision = decisions.find((candidate) => candidate.id === id)
  if (!decision || (provision !== undefined && !provisionPaths(decision.provisions).has(provision))) {
    reportError(
      context,
      part.path,
      placeOf(node),
      'unknown-decision',
      () =>
        withoutSubject(context, quote(`::decision{of=${reference}}`)) ??
        unknownReason(subject.id, reference, decision, decisions, provisionReferences(subject)),
    )
    return []
  }
  const isQuoted = part.numbersParagraphs
  // Not `decision-` before a provision: a reference to it gives the number of the decision too, which does not stand here.
  const unit = node.attributes?.id ?? `${provision === undefined ? 'decision' : 'quoted'}-${reference}`
  const quoted =
    provision === undefined
      ? decisionNode(context, subject, decision, unit, {isQuoted})
      : provisionNode(context, subject, decision, provision, unit)
  const heading: FlowNode = {
    type: 'addressee',
    unit: `addressee-of-${unit}`,
    ...(isQuoted ? {within: 'numberedParagraph'} : {}),
    children: directedTo(context, addresseesOf(decision), 1),
  }
  const notes = decisionNotes(context, subject, decision, quoted)
  return [...(node.attributes?.with === 'addressee' ? [heading] : []), quoted, ...notes]
}

function unknownReason(
  subject: string,
  reference: string,
  decision: DecisionRecord | undefined,
  decisions: readonly DecisionRecord[],
  provisions: ReadonlySet<string>,
): string {
  const [id = '', provision = ''] = reference.split('.')
  if (!decision) {
    const known = reference.includes('.') ? [...provisions] : decisions.map((other) => other.id)
    return `No decision of ${quote(subject)} has the id ${quote(id)}. Write ${choices(reference, known)}.`
  }
  const own = [...provisions].filter((known) => known.startsWith(`${id}.`))
  if (own.length === 0)
    return `The decision ${quote(id)} has no provisions. Write “::decision{of=${id}}”, which quotes the whole.`
  return `The decision ${quote(id)} has no provision ${quote(provision)}. Write ${choices(reference, own)}.`
}
