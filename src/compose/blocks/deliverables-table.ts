import {dateNodes} from '../dates.ts'
import {factValue} from '../fact-value.ts'
import {ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {columnsOf, factTable, isKnownBy, needsFacts, type Row} from './tables.ts'

/** `::deliverables`: what the consultant delivers, and by when. */
export const deliverablesTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!needsFacts(part, node, subject, 'consultancy') || !subject.facts.consultancy) return []
  const yaml = subject.facts.consultancy
  if (!isKnownBy(part, node, 'consultancy', yaml.value.date)) return []
  const words = subject.words.consultancy.get(context.language.code)
  const rows = yaml.value.deliverables.map(
    ({id, due}): Row => ({
      id,
      cells: [ownWords(context, words, ['deliverables', id], 'consultancy'), dateNodes(context, due)].map(
        (nodes) => factValue(context, {nodes, yaml, record: id, isExample: false}),
      ),
    }),
  )
  const caption = factValue(context, {
    nodes: phrase(context, 'deliverables-caption'),
    yaml,
    isExample: yaml.value.example === true,
  })
  return [
    factTable(
      context,
      'consultant-deliverables',
      caption,
      columnsOf(context, {deliverable: 70, due: 30}),
      rows,
    ),
  ]
}
