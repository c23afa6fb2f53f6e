import {nearest, quote} from '../../message/index.ts'
import {type InlineNode, toText} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {factValue} from '../fact-value.ts'
import {budgetFacts} from './budget.ts'
import {commentsFacts} from './comments.ts'
import {fundingFacts, fundsFor} from './funding.ts'
import {notificationFacts} from './notification.ts'
import {outcomeFacts} from './outcome.ts'
import type {Print} from './print.ts'
import {repliesFacts, repliesTo, shareOf} from './replies.ts'
import {workshopFacts} from './workshop.ts'
import {workshopPaperFacts} from './workshop-papers.ts'

/** Facts by the file that says them; where there are several files a fact has its own in its name. */
const byFile = {
  notification: notificationFacts,
  replies: repliesFacts,
  funding: fundingFacts,
  workshop: workshopFacts,
  comments: commentsFacts,
  outcome: outcomeFacts,
  budget: budgetFacts,
} as const

/** Every fact that a sentence can name; a file of facts is a file here and a line in this table. */
const facts: ReadonlyMap<string, Print> = new Map([
  ...Object.values(byFile).flatMap((printed) => [...printed]),
  ...workshopPaperFacts,
])

/** Facts whose names end with the name of a provision or of a line. */
const named = [repliesTo, shareOf, fundsFor]

/**
 * A fact of the document's subject in the language's words, as it stood on the document's date.
 *
 * @param context  of the document
 * @param name  such as `reply-by`
 * @returns one node that leads back to the fact, or the author's words for why there is none
 */
export function factNodes(context: Context, name: string): {nodes: InlineNode[]} | {reason: string} {
  const print = facts.get(name) ?? named.map((find) => find(context, name)).find((found) => found)
  if (!print) {
    const near = nearest(name, facts.keys())
    return {
      reason: `There is no fact ${quote(name)}. Write ${near ? quote(near) : `one of: ${[...facts.keys()].join(', ')}`}.`,
    }
  }
  // Its words may name facts: one that comes round to itself would never end.
  if (context.open.has(name))
    return {reason: `The words of ${quote(name)} hold the fact itself. Take it out of them.`}
  context.open.add(name)
  const printed = print(context)
  context.open.delete(name)
  if (!printed || printed.nodes.map((node) => toText(node)).join('') === '')
    return {reason: missingFile(context, name) ?? nothingKnown(context, name)}
  return {nodes: factValue(context, printed)}
}

function nothingKnown({plan}: Context, name: string): string {
  return `Nothing is known about ${quote(name)} on the date of the document, ${plan.asOf}. Add the fact, or correct one of the dates.`
}

/** The file that would say the fact, where the subject has no such file. */
function missingFile({plan: {subject, proposed}}: Context, name: string): string | undefined {
  const files = Object.entries(byFile).filter(([, printed]) => printed.has(name))
  const file = files[0]?.[0] ?? (workshopPaperFacts.has(name) ? name.split('-')[0] : undefined)
  const key = file as keyof typeof byFile | undefined
  if (!key || subject.facts[key] || proposed?.facts[key] || subject.refused.has(`${key}.yaml`))
    return undefined
  return `There is no ${key}.yaml in documents/decisions/${subject.id}/, which says what ${quote(name)} is. Add it, or take the fact out of the sentence.`
}
