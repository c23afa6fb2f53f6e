import type {Subject} from '../../resolve/index.ts'
import type {FlowNode} from '../../tree/index.ts'
import {actorWords} from '../actor-words.ts'
import type {Context} from '../context.ts'
import {decisionNode} from '../decisions.ts'
import type {BlockDirective} from './block-directive.ts'

/** `::draft-decisions`: the decisions that the document proposes, or those of its subject, with their draft labels. */
export const draftDecisions: BlockDirective = (_node, {context}) =>
  decisionList(context, context.proposed ?? context.subject, 'draft')

/** `::decisions`: the decisions of the document's subject with their adopted numbers, as the register prints them. */
export const adoptedDecisions: BlockDirective = (_node, {context}) =>
  decisionList(context, context.subject, 'adopted')

/** Every decision of a subject, each addressee's under its heading. */
function decisionList(context: Context, subject: Subject, label: 'draft' | 'adopted'): FlowNode[] {
  // A document may quote decisions of its own subject as well, with the same ids.
  const prefix = subject === context.subject ? '' : `${subject.id}-`
  const flow: FlowNode[] = []
  let addressee: string | undefined
  for (const decision of subject.facts.decisions.value.decisions) {
    if (decision.addressee !== addressee) {
      addressee = decision.addressee
      const heading = actorWords(context, addressee, 'directed-to')
      flow.push({
        type: 'addressee',
        unit: `addressee-${prefix}${decision.id}`,
        children: [{type: 'text', value: heading}],
      })
    }
    const unit = `decision-${prefix}${decision.id}`
    flow.push(decisionNode(context, subject, decision, unit, {isQuoted: false, label}))
  }
  return flow
}
