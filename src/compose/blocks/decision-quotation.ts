import {choices, quote} from '../../message/index.ts'
import {reportError} from '../context.ts'
import {decisionNode} from '../decisions.ts'
import type {BlockDirective} from './block-directive.ts'
import {placeOf} from './part-context.ts'

/** `::decision{of=secretariat}`: the decision word for word, with its label and letters. */
export const decisionQuotation: BlockDirective = (node, part) => {
  const {context} = part
  const id = node.attributes?.of ?? ''
  const decisions = context.subject.facts.decisions.value.decisions
  const decision = decisions.find((candidate) => candidate.id === id)
  if (!decision) {
    reportError(
      context,
      part.path,
      placeOf(node),
      'unknown-decision',
      () =>
        `No decision of ${quote(context.subject.id)} has the id ${quote(id)}. Write ${choices(
          id,
          decisions.map((known) => known.id),
        )}.`,
    )
    return []
  }
  const unit = node.attributes?.id ?? `decision-${id}`
  return [decisionNode(context, context.subject, decision, unit, {isQuoted: part.numbersParagraphs})]
}
