import type {Subject} from '../../resolve/index.ts'
import type {FlowNode} from '../../tree/index.ts'
import {directedTo} from '../actor-words.ts'
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
  const all = subject.facts.decisions.value.decisions
  for (const [index, decision] of all.entries()) {
    if (decision.addressee !== addressee) {
      addressee = decision.addressee
      const heading = directedTo(context, addressee, runFrom(all, index))
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

/** How many decisions to the same addressee follow one another from a place on. */
function runFrom(decisions: readonly {addressee: string}[], index: number): number {
  const rest = decisions.slice(index)
  const end = rest.findIndex(({addressee}) => addressee !== rest[0]?.addressee)
  return end < 0 ? rest.length : end
}
