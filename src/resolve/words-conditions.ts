import type {ContainerDirective} from 'mdast-util-directive'
import {conditionsOf} from '../tree/index.ts'
import {conditionFault, holds} from './conditions.ts'
import type {DocumentPlan} from './types.ts'

/** A condition on the document itself, which only its words can ask: it came after the last day for it. */
const missed = 'deadline.missed'

/** Conditions that words may ask besides those of a document.yaml. */
export const conditionsOfWords: readonly string[] = [missed]

/** On what conditions are asked: the facts, the day, and the document. */
export type Asking = Pick<DocumentPlan, 'yaml' | 'subject' | 'asOf' | 'deadline'>

/** Whether the words in `:::when{…}` or `:::unless{…}` are printed on the day of their document; of several facts one is enough. */
export function isPrinted(node: Pick<ContainerDirective, 'name' | 'attributes'>, plan: Asking): boolean {
  const isMet = conditionsOf(node).some((condition) =>
    condition === missed ? isMissed(plan) : holds(condition, plan.subject, plan.asOf),
  )
  return (node.name === 'when') === isMet
}

/** Whether all facts in the braces are known: of those that are not it is said elsewhere. */
export function areKnown(node: Pick<ContainerDirective, 'attributes'>, {subject}: Asking): boolean {
  return conditionFault(conditionsOf(node), subject, conditionsOfWords) === undefined
}

function isMissed({yaml, deadline}: Asking): boolean {
  const {received, date} = yaml.value
  return deadline !== undefined && (received ?? date) > deadline
}
