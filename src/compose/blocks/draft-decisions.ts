import type {FlowNode} from '../../tree/index.ts'
import {decisionNode} from '../decisions.ts'
import type {BlockDirective} from './directives.ts'

/** `::draft-decisions`: every decision of the subject, each addressee's under its heading. */
export const draftDecisions: BlockDirective = (_node, part) => {
  const {context} = part
  const {subject} = context.plan
  const flow: FlowNode[] = []
  let addressee: string | undefined
  for (const decision of subject.decisions.value.decisions) {
    if (decision.addressee !== addressee) {
      addressee = decision.addressee
      const heading = context.labels.addressees[addressee] ?? ''
      flow.push({
        type: 'addressee',
        unit: `addressee-${decision.id}`,
        children: [{type: 'text', value: heading}],
      })
    }
    flow.push(decisionNode(context, subject, decision, `decision-${decision.id}`, false))
  }
  return flow
}
