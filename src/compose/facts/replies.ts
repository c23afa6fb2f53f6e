import {type Located, type ProvisionRecord, provisionPaths, type Reply} from '../../resolve/index.ts'
import {type InlineNode, text} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {groupDigits} from '../group-digits.ts'
import {countValues, shareNodes} from '../numbers.ts'
import {phrase} from '../phrases.ts'
import type {Print} from './print.ts'

/** The replies received by the document's date. */
export function knownReplies(
  context: Context,
): {replies: Reply[]; yaml: Located<unknown>; isExample: boolean} | undefined {
  const yaml = context.subject.facts.replies
  if (!yaml) return undefined
  const replies = yaml.value.replies.filter((reply) => reply.date <= context.asOf)
  return replies.length > 0 ? {replies, yaml, isExample: yaml.value.example === true} : undefined
}

function fromReplies(
  count: (replies: Reply[]) => number,
  print = (context: Context, number: number): InlineNode[] => text(groupDigits(context, number)),
): Print {
  return (context) => {
    const known = knownReplies(context)
    return (
      known && {nodes: print(context, count(known.replies)), yaml: known.yaml, isExample: known.isExample}
    )
  }
}

/** `replies-to-<provision>`: how many Parties answered one question. */
export function repliesTo(context: Context, name: string): Print | undefined {
  const id = /^replies-to-(.+)$/.exec(name)?.[1]
  const isKnown = context.subject.facts.decisions.value.decisions.some(
    (decision) => id && provisionPaths(decision.provisions).has(id),
  )
  return id && isKnown
    ? fromReplies((replies) => replies.filter((reply) => reply.answered.includes(id)).length)
    : undefined
}

/** `share-of-<provision>`: the share of the Parties that replied which answered one question. */
export function shareOf(context: Context, name: string): Print | undefined {
  const id = /^share-of-(.+)$/.exec(name)?.[1]
  if (!id || !repliesTo(context, `replies-to-${id}`)) return undefined
  return () => {
    const known = knownReplies(context)
    if (!known) return undefined
    const answered = known.replies.filter((reply) => reply.answered.includes(id)).length
    const nodes = shareNodes(context, answered, known.replies.length)
    return {nodes, yaml: known.yaml, isExample: known.isExample}
  }
}

const all = (replies: Reply[]): number => replies.length

/** Facts of replies.yaml by name. */
export const repliesFacts: ReadonlyMap<string, Print> = new Map([
  ['replies', fromReplies(all)],
  [
    'replies-received',
    fromReplies(all, (context, count) => phrase(context, 'replies-received', countValues(context, count))),
  ],
  [
    'regions',
    fromReplies(
      (replies) => new Set(replies.map((reply) => reply.region)).size,
      (context, count) => phrase(context, 'number-in-words', {count}),
    ),
  ],
])

/** The provisions that any reply answered, each with its decision, in the order of the decision. */
export function askedProvisions(
  context: Context,
  replies: readonly Reply[],
): {id: string; decision: string}[] {
  const answered = new Set(replies.flatMap((reply) => reply.answered))
  const flat = (provisions: readonly ProvisionRecord[] = []): string[] =>
    provisions.flatMap((provision) => [provision.id, ...flat(provision.provisions)])
  return context.subject.facts.decisions.value.decisions.flatMap((decision) =>
    flat(decision.provisions)
      .filter((id) => answered.has(id))
      .map((id) => ({id, decision: decision.id})),
  )
}
