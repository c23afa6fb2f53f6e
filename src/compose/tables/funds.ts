import {type Contribution, contributionOn} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import {documentDate} from '../document-date.ts'
import {factValue} from '../fact-value.ts'
import {knownFunds, lackingOf} from '../facts/index.ts'
import {moneyNodes} from '../numbers.ts'
import {factsPath, ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import {alignedRight, columnsOf, factTable, type Row, type Tables, totalRow} from './fact-table.ts'
import {noFile} from './refusals.ts'

/** Each contribution by the day, what was pledged and received of it, and what is lacking. */
export const fundsTables: Tables = (context) => {
  const known = knownFunds(context)
  if (!known) return noFile(context, 'funding')
  const {yaml, contributions, appeal, sums} = known
  const words = context.subject.words.funding.get(context.language.code)
  const {currency, contributions: all = []} = yaml.value
  const money = (amount: number): InlineNode[] => moneyNodes(context, amount, currency)
  const rowOf = (contribution: Contribution): Row => {
    const {id, donor, example} = contribution
    const {pledged, received} = contributionOn(contribution, context.asOf)
    const pointer = ['contributions', all.indexOf(contribution)]
    const cells = [
      ownWords(context, words, ['donors', donor], factsPath(context.subject, 'funding')),
      money(pledged),
      money(received),
    ]
    return {
      id,
      cells: cells.map((nodes) =>
        factValue(context, {nodes, yaml, record: id, pointer, isExample: example === true}),
      ),
    }
  }
  const isGiftExample = contributions.some(({example}) => example)
  const isAppealExample = appeal?.example === true
  const sum = (amount: number, record: 'contributions' | 'appeal', isExample: boolean): InlineNode[] =>
    factValue(context, {nodes: money(amount), yaml, record, pointer: [record], isExample})
  const label = (id: string): InlineNode[] => [{type: 'text', value: context.labels.columns[id] ?? ''}]
  const {pledged, received, sought} = sums
  const lacking = lackingOf(sums)
  const rows = [
    ...contributions.map(rowOf),
    totalRow('total', [
      label('total'),
      sum(pledged, 'contributions', isGiftExample),
      sum(received, 'contributions', isGiftExample),
    ]),
    ...(sought === undefined || lacking === undefined
      ? []
      : [
          totalRow('sought', [label('sought'), sum(sought, 'appeal', isAppealExample), []]),
          totalRow('lacking', [
            label('lacking'),
            sum(lacking, 'appeal', isAppealExample || isGiftExample),
            [],
          ]),
        ]),
  ]
  const columns = columnsOf(context, {donor: 50, pledged: 25, received: 25})
  const caption = phrase(context, 'funds-caption', {date: documentDate(context)})
  return [factTable(context, 'funds', caption, alignedRight(columns, ['pledged', 'received']), rows)]
}
