import {nearest, quote} from '../../message/index.ts'
import {type Fact, type FundingEntry, provisionPaths, type ReplyFact} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes, dateRangeNodes, groupDigits} from '../dates.ts'
import {asExample} from '../examples.ts'
import {phrase, plainPhrase} from '../phrases.ts'

/** What a fact prints, the file it comes from, and whether it is an example; undefined when it is not known yet. */
type Print = (context: Context) => {nodes: InlineNode[]; fact: Fact<unknown>; example: boolean} | undefined

/**
 * A fact of the document's subject in the language's words, as it stood on the document's date.
 *
 * @param context  of the document
 * @param name  such as `reply-by`
 * @returns nodes, or the author's words for why there are none
 */
export function factNodes(context: Context, name: string): {nodes: InlineNode[]} | {reason: string} {
  const print = facts.get(name) ?? repliesTo(context, name)
  if (!print) {
    const near = nearest(name, facts.keys())
    return {
      reason: `There is no fact ${quote(name)}. Write ${near ? quote(near) : `one of: ${[...facts.keys()].join(', ')}`}.`,
    }
  }
  const printed = print(context)
  if (!printed)
    return {
      reason: `Nothing is known about ${quote(name)} on the date of the document, ${context.plan.fact.value.date}. Add the fact, or correct one of the dates.`,
    }
  if (!printed.example) return {nodes: printed.nodes}
  const where = {
    path: printed.fact.path,
    place: printed.fact.data.locate([]),
    what: 'These facts are an example.',
  }
  return {nodes: asExample(context, printed.nodes, where)}
}

const text = (value: string): InlineNode[] => [{type: 'text', value}]

function fromNotification(
  print: (context: Context, value: {number: string | null; date: string; 'reply-by': string}) => InlineNode[],
): Print {
  return (context) => {
    const fact = context.plan.subject.notification
    if (!fact || fact.value.date > context.plan.fact.value.date) return undefined
    return {nodes: print(context, fact.value), fact, example: fact.value.example === true}
  }
}

/** The replies received by the document's date. */
export function knownReplies(
  context: Context,
): {replies: ReplyFact[]; fact: Fact<unknown>; example: boolean} | undefined {
  const fact = context.plan.subject.replies
  if (!fact) return undefined
  const replies = fact.value.replies.filter((reply) => reply.date <= context.plan.fact.value.date)
  return replies.length > 0 ? {replies, fact, example: fact.value.example === true} : undefined
}

function fromReplies(count: (replies: ReplyFact[]) => number): Print {
  return (context) => {
    const known = knownReplies(context)
    if (!known) return undefined
    return {nodes: text(groupDigits(context, count(known.replies))), fact: known.fact, example: known.example}
  }
}

function repliesTo(context: Context, name: string): Print | undefined {
  const id = /^replies-to-(.+)$/.exec(name)?.[1]
  const known = context.plan.subject.decisions.value.decisions.some(
    (decision) => id && provisionPaths(decision.provisions).has(id),
  )
  return id && known
    ? fromReplies((replies) => replies.filter((reply) => reply.answered.includes(id)).length)
    : undefined
}

/** Sum of the entries dated by the document's date that have one of the statuses; each entry is one amount. */
function funds(statuses: string[]): Print {
  return (context) => {
    const fact = context.plan.subject.funding
    const entries = (fact?.value.entries ?? []).filter(
      (entry) => entry.date <= context.plan.fact.value.date && statuses.includes(entry.status),
    )
    const [first] = entries
    if (!fact || !first || entries.some((entry) => entry.currency !== first.currency)) return undefined
    const total = entries.reduce((sum: number, entry: FundingEntry) => sum + entry.amount, 0)
    const nodes = phrase(context, 'money', {currency: first.currency, amount: groupDigits(context, total)})
    return {nodes, fact, example: entries.some((entry) => entry.example)}
  }
}

function fromWorkshop(
  print: (
    context: Context,
    value: NonNullable<Context['plan']['subject']['workshop']>['value'],
  ) => InlineNode[],
): Print {
  return (context) => {
    const fact = context.plan.subject.workshop
    if (!fact || fact.value['known-from'] > context.plan.fact.value.date) return undefined
    return {nodes: print(context, fact.value), fact, example: fact.value.example === true}
  }
}

function workshopWord(key: 'title' | 'venue' | 'city' | 'country'): Print {
  return fromWorkshop((context) =>
    text(context.plan.subject.workshopWords.get(context.language.code)?.value[key] ?? ''),
  )
}

const facts = new Map<string, Print>([
  [
    'notification',
    fromNotification((context, value) => {
      if (value.number === null) {
        const fact = context.plan.subject.notification
        if (fact)
          context.unconfirmed.push({
            kind: 'unassigned',
            path: fact.path,
            place: fact.data.locate(['number']),
            what: 'The number of the Notification is not known. Write it at “number”.',
          })
      }
      return phrase(context, 'notification', {
        number: value.number ?? plainPhrase(context, 'unassigned'),
        date: dateNodes(context, value.date),
      })
    }),
  ],
  ['notification-date', fromNotification((context, value) => dateNodes(context, value.date))],
  ['reply-by', fromNotification((context, value) => dateNodes(context, value['reply-by']))],
  ['replies', fromReplies((replies) => replies.length)],
  ['regions', fromReplies((replies) => new Set(replies.map((reply) => reply.region)).size)],
  ['workshop-dates', fromWorkshop((context, value) => dateRangeNodes(context, value.starts, value.ends))],
  ['workshop-title', workshopWord('title')],
  ['workshop-venue', workshopWord('venue')],
  ['workshop-city', workshopWord('city')],
  ['workshop-country', workshopWord('country')],
  [
    'workshop-participants',
    fromWorkshop((context, value) => text(groupDigits(context, value['participants-more-than']))),
  ],
  ['workshop-countries', fromWorkshop((context, value) => text(groupDigits(context, value.countries)))],
  ['funds-sought', funds(['sought'])],
  ['funds-pledged', funds(['pledged', 'received'])],
  ['funds-received', funds(['received'])],
])
