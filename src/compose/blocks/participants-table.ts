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
  text,
  totalRow,
} from './tables.ts'

/** `::participants`: the delegations in the order of the categories that were invited, with their persons. */
export const participantsTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!needsFacts(part, node, subject, 'participants') || !needsFacts(part, node, subject, 'workshop'))
    return []
  const {participants: yaml, workshop} = subject.facts
  if (!yaml || !workshop || !isKnownBy(part, node, 'participants', workshop.value.ends)) return []
  const {code} = context.language
  const order = (workshop.value.invitees ?? []).map(({category}) => category)
  const {participants} = yaml.value
  const sorted = [...participants].sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
  const rows = sorted.map(
    ({id, category, persons}): Row => ({
      id,
      cells: [
        ownWords(context, subject.words.participants.get(code), ['participants', id], 'participants'),
        ownWords(context, subject.words.workshop.get(code), ['invitees', category], 'workshop'),
        text(groupDigits(context, persons)),
      ].map((nodes) => factValue(context, {nodes, yaml, record: id, isExample: false})),
    }),
  )
  const sum = participants.reduce((total, {persons}) => total + persons, 0)
  const {columns: labels} = context.labels
  rows.push(totalRow('total', [text(labels.total ?? ''), [], text(groupDigits(context, sum))]))
  const caption = factValue(context, {
    nodes: phrase(context, 'participants-caption'),
    yaml,
    isExample: yaml.value.example === true,
  })
  const columns = alignedRight(columnsOf(context, {delegation: 40, category: 46, persons: 14}), ['persons'])
  return [factTable(context, 'participants', caption, columns, rows)]
}
