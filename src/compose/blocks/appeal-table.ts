import {factValue} from '../fact-value.ts'
import {moneyNodes} from '../numbers.ts'
import {ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {
  alignedRight,
  columnsOf,
  factTable,
  isKnownBy,
  needsFacts,
  type Row,
  reportLacking,
  text,
  totalRow,
} from './tables.ts'

/** `::appeal`: what is asked of donors, line by line, with the sum. */
export const appealTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!needsFacts(part, node, subject, 'funding')) return []
  const yaml = subject.facts.funding
  const appeal = yaml?.value.appeal
  if (yaml && !appeal) return reportLacking(part, node, 'funding', 'appeal')
  if (!yaml || !appeal || !isKnownBy(part, node, 'funding', appeal.date)) return []
  const {currency} = yaml.value
  const words = subject.words.funding.get(context.language.code)
  const rows = appeal.lines.map(
    ({id, amount}): Row => ({
      id,
      cells: [ownWords(context, words, ['lines', id], 'funding'), moneyNodes(context, amount, currency)].map(
        (nodes) => factValue(context, {nodes, yaml, record: id, isExample: false}),
      ),
    }),
  )
  const sum = appeal.lines.reduce((total, {amount}) => total + amount, 0)
  rows.push(totalRow('total', [text(context.labels.columns.total ?? ''), moneyNodes(context, sum, currency)]))
  const caption = factValue(context, {
    nodes: phrase(context, 'appeal-caption'),
    yaml,
    pointer: ['appeal'],
    isExample: appeal.example === true,
  })
  const columns = alignedRight(columnsOf(context, {purpose: 70, amount: 30}), ['amount'])
  return [factTable(context, 'appeal', caption, columns, rows)]
}
