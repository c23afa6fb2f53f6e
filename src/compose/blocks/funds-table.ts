import type {Contribution} from '../../resolve/index.ts'
import {documentDate} from '../document-date.ts'
import {factValue} from '../fact-value.ts'
import {lackingOf, stateOf, sumsOf} from '../facts/index.ts'
import {moneyNodes} from '../numbers.ts'
import {ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {alignedRight, columnsOf, factTable, needsFacts, type Row, text, totalRow} from './tables.ts'

/** `::funds`: each contribution by the document's date, what was pledged and received of it, and what is lacking. */
export const fundsTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject, asOf} = context.plan
  if (!needsFacts(part, node, subject, 'funding') || !subject.facts.funding) return []
  const yaml = subject.facts.funding
  const {contributions = [], currency} = yaml.value
  const words = subject.words.funding.get(context.language.code)
  const isKnown = ({entries}: Contribution): boolean => entries.some(({date}) => date <= asOf)
  const money = (amount: number) => moneyNodes(context, amount, currency)
  const rows = contributions.filter(isKnown).map((contribution): Row => {
    const {id, donor, example} = contribution
    const {pledged, received} = stateOf(contribution, asOf)
    const pointer = ['contributions', contributions.indexOf(contribution)]
    const cell = {yaml, record: id, pointer, isExample: example === true}
    return {
      id,
      cells: [ownWords(context, words, ['donors', donor], 'funding'), money(pledged), money(received)].map(
        (nodes) => factValue(context, {nodes, ...cell}),
      ),
    }
  })
  const sums = sumsOf(yaml.value, asOf)
  const label = (id: string) => text(context.labels.columns[id] ?? '')
  rows.push(totalRow('total', [label('total'), money(sums.pledged), money(sums.received)]))
  const lacking = lackingOf(sums)
  if (sums.sought !== undefined && lacking !== undefined)
    rows.push(
      totalRow('sought', [label('sought'), money(sums.sought), []]),
      totalRow('lacking', [label('lacking'), money(lacking), []]),
    )
  return [
    factTable(
      context,
      'funds',
      phrase(context, 'funds-caption', {date: documentDate(context)}),
      alignedRight(columnsOf(context, {donor: 50, pledged: 25, received: 25}), ['pledged', 'received']),
      rows,
    ),
  ]
}
