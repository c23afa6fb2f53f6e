import type {InlineNode} from '../../tree/index.ts'
import {factValue} from '../fact-value.ts'
import {costOf, daysOf} from '../facts/index.ts'
import {groupDigits, moneyNodes} from '../numbers.ts'
import {openReference} from '../open-reference.ts'
import {ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {columnsOf, factTable, needsFacts, type Row} from './tables.ts'

/** `::budget`: what each activity costs, who pays and how long the Secretariat works on it, with the sums. */
export const budgetTable: BlockDirective = (node, part) => {
  const {context} = part
  const subject = context.plan.proposed ?? context.plan.subject
  if (!needsFacts(part, node, subject, 'budget') || !subject.facts.budget) return []
  const yaml = subject.facts.budget
  const {currency, activities, example} = yaml.value
  const words = subject.words.budget.get(context.language.code)
  const text = (value: string): InlineNode[] => [{type: 'text', value}]
  const rows = activities.map(
    ({id, provision, cost, source, days}): Row => ({
      id,
      cells: [
        ownWords(context, words, ['activities', id], 'budget'),
        [openReference({decision: `${subject.id}/${provision}`, form: 'number', path: yaml.path})],
        moneyNodes(context, cost, currency),
        text(context.labels['funding-sources'][source] ?? ''),
        text(groupDigits(context, days)),
      ].map((nodes) => factValue(context, {nodes, yaml, record: id, isExample: false})),
    }),
  )
  // A sum for each source, and one for all.
  const sources = Object.keys(context.labels['funding-sources']).filter((source) =>
    activities.some((activity) => activity.source === source),
  )
  const totals = [...sources, undefined].map(
    (source): Row => ({
      id: source ? `total-${source}` : 'total',
      cells: [
        phrase(context, 'budget-total', {source: source ?? 'all'}),
        [],
        moneyNodes(context, costOf(yaml.value, source), currency),
        [],
        text(
          groupDigits(
            context,
            daysOf({...yaml.value, activities: activities.filter((a) => !source || a.source === source)}),
          ),
        ),
      ].map((nodes) => [{type: 'strong', children: nodes as never}]),
    }),
  )
  return [
    factTable(
      context,
      'budget',
      factValue(context, {
        nodes: phrase(context, 'budget-caption'),
        yaml,
        isExample: example === true,
      }),
      columnsOf(context, {activity: 38, provision: 15, cost: 16, source: 20, days: 11}).map((column) =>
        column.id === 'cost' || column.id === 'days' ? {...column, align: 'right' as const} : column,
      ),
      [...rows, ...totals],
    ),
  ]
}
