import {type Fact, provisionPaths, type ReplyFact} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {groupDigits} from '../numbers.ts'
import {phrase} from '../phrases.ts'
import {type Print, text} from './print.ts'

/** The replies received by the document's date. */
export function knownReplies(
  context: Context,
): {replies: ReplyFact[]; fact: Fact<unknown>; isExample: boolean} | undefined {
  const fact = context.plan.subject.replies
  if (!fact) return undefined
  const replies = fact.value.replies.filter((reply) => reply.date <= context.plan.asOf)
  return replies.length > 0 ? {replies, fact, isExample: fact.value.example === true} : undefined
}

function fromReplies(
  count: (replies: ReplyFact[]) => number,
  print = (context: Context, number: number): InlineNode[] => text(groupDigits(context, number)),
): Print {
  return (context) => {
    const known = knownReplies(context)
    return (
      known && {nodes: print(context, count(known.replies)), fact: known.fact, isExample: known.isExample}
    )
  }
}

/** `replies-to-<provision>`: how many Parties answered one question. */
export function repliesTo(context: Context, name: string): Print | undefined {
  const id = /^replies-to-(.+)$/.exec(name)?.[1]
  const isKnown = context.plan.subject.decisions.value.decisions.some(
    (decision) => id && provisionPaths(decision.provisions).has(id),
  )
  return id && isKnown
    ? fromReplies((replies) => replies.filter((reply) => reply.answered.includes(id)).length)
    : undefined
}

const all = (replies: ReplyFact[]): number => replies.length

/** Facts of replies.yaml by name. */
export const repliesFacts: ReadonlyMap<string, Print> = new Map([
  ['replies', fromReplies(all)],
  ['replies-received', fromReplies(all, (context, count) => phrase(context, 'replies-received', {count}))],
  ['regions', fromReplies((replies) => new Set(replies.map((reply) => reply.region)).size)],
])
