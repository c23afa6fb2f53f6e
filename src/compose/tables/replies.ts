import {compare} from '../../message/index.ts'
import type {Reply} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {factValue} from '../fact-value.ts'
import {askedProvisions, knownReplies} from '../facts/index.ts'
import {groupDigits} from '../group-digits.ts'
import {openReference} from '../open-reference.ts'
import {phrase} from '../phrases.ts'
import {type Column, factTable, type Refusal, type Row, type Tables, totalRow} from './fact-table.ts'

/** Parties that replied by the day, by region and by question; the totals are computed. */
export const repliesTables: Tables = (context) => {
  const known = knownReplies(context)
  if (!known) return noReplies(context)
  const {yaml, isExample} = known
  const questions = askedProvisions(context, known.replies)
  const name = (words: string | undefined): InlineNode[] => [{type: 'text', value: words ?? ''}]
  const columns: Column[] = [
    {id: 'region', heading: name(context.labels.columns.region), width: 26},
    {id: 'parties', heading: name(context.labels.columns.parties), width: 17, align: 'right'},
    ...questions.map(
      ({id, decision}): Column => ({
        id,
        heading: phrase(context, 'question-column', {
          number: [openReference({decision: `${decision}.${id}`, form: 'last', path: yaml.path})],
        }),
        width: 14,
        align: 'right',
      }),
    ),
  ]
  // The caption has the mark of an example, for all of the replies.
  const number = (value: number): InlineNode[] =>
    factValue(context, {
      nodes: [{type: 'text', value: groupDigits(context, value)}],
      yaml,
      record: 'replies',
      isExample: false,
    })
  const counts = (replies: readonly Reply[]): InlineNode[][] => [
    number(replies.length),
    ...questions.map(({id}) => number(replies.filter((reply) => reply.answered.includes(id)).length)),
  ]
  const rows = Object.entries(context.labels.regions)
    .map(([id, region]) => ({
      id,
      region,
      replies: known.replies.filter((reply) => reply.region === id),
    }))
    .filter(({replies}) => replies.length > 0)
    .sort((a, b) => compare(a.id, b.id)) // The same order in the three languages.
    .map(({id, region, replies}): Row => ({id, cells: [name(region), ...counts(replies)]}))
  rows.push(totalRow('total', [name(context.labels.columns.total), ...counts(known.replies)]))
  const caption = factValue(context, {nodes: phrase(context, 'replies-caption'), yaml, isExample})
  return [factTable(context, 'replies', caption, columns, rows)]
}

/** No reply is known on the day. */
export function noReplies({asOf}: Context): Refusal {
  return {
    ruleId: 'facts-missing',
    reason: `No reply is known on the date of the document, ${asOf}. Add replies.yaml, or delete this line.`,
  }
}
