import {compare} from '../../message/index.ts'
import type {ProvisionFact, ReplyFact} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import {type Context, reportError} from '../context.ts'
import {factValue} from '../fact-value.ts'
import {knownReplies} from '../facts/index.ts'
import {groupDigits} from '../numbers.ts'
import {openReference} from '../open-reference.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {placeOf} from './part-context.ts'
import {type Column, factTable, type Row} from './tables.ts'

/** `::replies`: Parties that replied by the document's date, by region and by question; the totals are computed. */
export const repliesTable: BlockDirective = (node, part) => {
  const {context} = part
  const known = knownReplies(context)
  if (!known) {
    reportError(
      context,
      part.path,
      placeOf(node),
      'facts-missing',
      `No reply is known on the date of the document, ${context.plan.asOf}. Add replies.yaml, or delete this line.`,
    )
    return []
  }
  const text = (value: string): InlineNode[] => [{type: 'text', value}]
  const questions = askedProvisions(context, known.replies)
  const columns: Column[] = [
    {id: 'region', heading: text(context.labels.columns.region ?? ''), width: 26},
    {id: 'parties', heading: text(context.labels.columns.parties ?? ''), width: 17, align: 'right'},
    ...questions.map(
      ({id, decision}): Column => ({
        id,
        heading: phrase(context, 'question-column', {
          number: [
            openReference({
              decision: `${decision}.${id}`,
              form: 'last',
              path: part.path,
              place: placeOf(node),
            }),
          ],
        }),
        width: 14,
        align: 'right',
      }),
    ),
  ]
  const count = (replies: readonly ReplyFact[]): InlineNode[][] => [
    text(groupDigits(context, replies.length)),
    ...questions.map(({id}) =>
      text(groupDigits(context, replies.filter((reply) => reply.answered.includes(id)).length)),
    ),
  ]
  const rows = Object.entries(context.labels.regions)
    .map(([id, name]) => ({id, name, replies: known.replies.filter((reply) => reply.region === id)}))
    .filter(({replies}) => replies.length > 0)
    .sort((a, b) => compare(a.id, b.id)) // The same order in the three languages.
    .map(({id, name, replies}): Row => ({id, cells: [text(name), ...count(replies)]}))
  rows.push({
    id: 'total',
    cells: [text(context.labels.columns.total ?? ''), ...count(known.replies)].map((nodes) => [
      {type: 'strong', children: nodes as never},
    ]),
  })
  const caption = phrase(context, 'replies-caption')
  const marked = factValue(context, {nodes: caption, fact: known.fact, isExample: known.isExample})
  return [factTable(context, 'replies', marked, columns, rows)]
}

/** The provisions that any reply answered, in the order of the decision. */
function askedProvisions(context: Context, replies: readonly ReplyFact[]): {id: string; decision: string}[] {
  const answered = new Set(replies.flatMap((reply) => reply.answered))
  const flat = (provisions: readonly ProvisionFact[] = []): string[] =>
    provisions.flatMap((provision) => [provision.id, ...flat(provision.provisions)])
  return context.plan.subject.decisions.value.decisions.flatMap((decision) =>
    flat(decision.provisions)
      .filter((id) => answered.has(id))
      .map((id) => ({id, decision: decision.id})),
  )
}
