import type {Node} from 'mdast'
import {compare} from '../../message/index.ts'
import type {Reply} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import {reportError} from '../context.ts'
import {factValue} from '../fact-value.ts'
import {askedProvisions, knownReplies} from '../facts/index.ts'
import {groupDigits} from '../numbers.ts'
import {openReference} from '../open-reference.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {type PartContext, placeOf} from './part-context.ts'
import {type Column, factTable, type Row, text, totalRow} from './tables.ts'

/** `::replies`: Parties that replied by the document's date, by region and by question; the totals are computed. */
export const repliesTable: BlockDirective = (node, part) => {
  const {context} = part
  const known = knownReplies(context)
  if (!known) return reportNoReplies(part, node)
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
  const count = (replies: readonly Reply[]): InlineNode[][] => [
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
  rows.push(totalRow('total', [text(context.labels.columns.total ?? ''), ...count(known.replies)]))
  const caption = phrase(context, 'replies-caption')
  const marked = factValue(context, {nodes: caption, yaml: known.yaml, isExample: known.isExample})
  return [factTable(context, 'replies', marked, columns, rows)]
}

/** An error at a block that prints replies, where none is known. */
export function reportNoReplies({context, path}: PartContext, node: Node): [] {
  reportError(
    context,
    path,
    placeOf(node),
    'facts-missing',
    `No reply is known on the date of the document, ${context.plan.asOf}. Add replies.yaml, or delete this line.`,
  )
  return []
}
