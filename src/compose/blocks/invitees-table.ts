import {factValue} from '../fact-value.ts'
import {groupDigits} from '../numbers.ts'
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

/** `::invitees`: the categories of persons to be invited, with the places for each and for all. */
export const inviteesTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!needsFacts(part, node, subject, 'workshop') || !subject.facts.workshop) return []
  const yaml = subject.facts.workshop
  if (!isKnownBy(part, node, 'workshop', yaml.value['known-from'])) return []
  const {invitees} = yaml.value
  if (!invitees) return reportLacking(part, node, 'workshop', 'invitees')
  const words = subject.words.workshop.get(context.language.code)
  const isExample = yaml.value['invitees-example'] === true
  const rows = invitees.map(
    ({category, places}, index): Row => ({
      id: category,
      cells: [
        ownWords(context, words, ['invitees', category], 'workshop'),
        factValue(context, {
          nodes: text(groupDigits(context, places)),
          yaml,
          pointer: ['invitees', index],
          isExample,
        }),
      ],
    }),
  )
  const sum = invitees.reduce((total, {places}) => total + places, 0)
  rows.push(totalRow('total', [text(context.labels.columns.total ?? ''), text(groupDigits(context, sum))]))
  const columns = alignedRight(columnsOf(context, {category: 80, places: 20}), ['places'])
  return [factTable(context, 'invitees', phrase(context, 'invitees-caption'), columns, rows)]
}
