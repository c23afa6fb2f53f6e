import {choices, quote} from '../../message/index.ts'
import {factsOf} from '../../resolve/index.ts'
import {type InlineNode, toText} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {describedFact} from '../described/facts.ts'
import {factValue} from '../fact-value.ts'
import {withoutSubject} from '../without-subject.ts'
import {commentsFacts} from './comments.ts'
import {fundingFacts, fundsFor} from './funding.ts'
import {notificationFacts} from './notification.ts'
import {outcomeFacts} from './outcome.ts'
import type {Print} from './print.ts'
import {repliesFacts, repliesTo, shareOf} from './replies.ts'

/** Facts that are more than a count, a sum, a day or a word, by the sort that says them; the others are described. */
const coded: ReadonlyMap<string, ReadonlyMap<string, Print>> = new Map([
  ['notification', notificationFacts],
  ['replies', repliesFacts],
  ['funding', fundingFacts],
  ['comments', commentsFacts],
  ['outcome', outcomeFacts],
])

/** Facts whose names end with the name of a provision or of a line. */
const named = [repliesTo, shareOf, fundsFor]

/** Names as they end: of which provisions and lines there are only a subject knows. */
const ofRecords = /^(?:replies-to|share-of|funds-for)-/

/** Facts that say in whole clauses what an amount alone cannot say where it is nothing. */
const inWords: ReadonlyMap<string, string> = new Map([
  ['funds-lacking', 'funds-balance'],
  ['funds-pledged', 'funds-raised'],
  ['funds-received', 'funds-raised'],
])

/** Names of the facts that code prints. */
export const codedFacts: readonly string[] = [...coded.values()].flatMap((facts) => [...facts.keys()])

interface Known {
  sort: string
  print: Print
}

/** Every fact that a sentence can name. */
function factsIn({dossier}: Context): Map<string, Known> {
  const facts = new Map<string, Known>()
  for (const [sort, printed] of coded) for (const [name, print] of printed) facts.set(name, {sort, print})
  for (const [sort, {value}] of dossier.templates.facts)
    for (const [name, fact] of Object.entries(value.facts ?? {}))
      facts.set(name, {sort, print: (context) => describedFact(context, sort, value, fact)})
  return facts
}

/**
 * A fact of the subject in the language's words, as it stood on the day.
 *
 * @param name  such as `reply-by`
 * @returns one node that leads back to the fact, and why it reads badly, if it does; or the author's words for why there
 * is none
 */
export function factNodes(
  context: Context,
  name: string,
): {nodes: InlineNode[]; doubt?: string} | {reason: string} {
  const facts = factsIn(context)
  const known = facts.get(name)
  const print = known?.print ?? named.map((find) => find(context, name)).find((found) => found)
  if (!print) {
    const none = ofRecords.test(name) ? withoutSubject(context, quote(`:fact[${name}]`)) : undefined
    if (none !== undefined) return {reason: none}
    const reason = `There is no fact ${quote(name)}. Write ${choices(name, facts.keys())}.`
    return {reason}
  }
  // Its words may name facts: one that comes round to itself would never end.
  if (context.open.has(name))
    return {reason: `The words of ${quote(name)} hold the fact itself. Take it out of them.`}
  if (context.open.size === 0) context.made.within = 0
  context.open.add(name)
  const printed = print(context)
  context.open.delete(name)
  // What is missing then was not looked for.
  if (context.made.isTooMuch) return {nodes: []}
  if (!printed || printed.nodes.map((node) => toText(node)).join('') === '')
    return {reason: missingFile(context, name, known?.sort) ?? nothingKnown(context, name)}
  if (printed.amount !== 0) return {nodes: factValue(context, printed)}
  const doubt = nothingThere(context, name)
  // What is said of a balance is not so where there is none, whatever the sentence is.
  return name === 'funds-lacking' ? {reason: doubt} : {nodes: factValue(context, printed), doubt}
}

/** That a sentence counts on an amount of which there is nothing, and which fact says so in words. */
function nothingThere({asOf}: Context, name: string): string {
  const other = inWords.get(name)
  const remedy = other
    ? `Write ${quote(`:fact[${other}]`)}, which says so in words, or`
    : 'Say so in words, or'
  return `${quote(name)} is nothing on the date of the document, ${asOf}. ${remedy} take the sentence out.`
}

function nothingKnown({asOf}: Context, name: string): string {
  return `Nothing is known about ${quote(name)} on the date of the document, ${asOf}. Add the fact, or correct one of the dates.`
}

/** The file that would say the fact, where the subject has no such file or the document no subject. */
function missingFile(context: Context, name: string, sort: string | undefined): string | undefined {
  const {subject, proposed} = context
  if (!sort || factsOf(subject, sort) || subject.refused.has(`${sort}.yaml`)) return undefined
  if (proposed && factsOf(proposed, sort)) return undefined
  const none = withoutSubject(context, quote(`:fact[${name}]`))
  if (none !== undefined) return none
  return `There is no ${sort}.yaml in documents/decisions/${subject.id}/, which says what ${quote(name)} is. Add it, or take the fact out of the sentence.`
}
