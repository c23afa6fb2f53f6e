import {dateNodes} from '../dates.ts'
import {documentDate} from '../document-date.ts'
import {factValue} from '../fact-value.ts'
import {ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {columnsOf, factTable, isKnownBy, needsFacts, type Row, text} from './tables.ts'

/** `::comments`: the comments received by the document's date, with their senders. */
export const commentsTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject, asOf} = context.plan
  if (!needsFacts(part, node, subject, 'comments') || !subject.facts.comments) return []
  const yaml = subject.facts.comments
  const {requested, comments, example} = yaml.value
  if (!isKnownBy(part, node, 'comments', requested)) return []
  const words = subject.words.comments.get(context.language.code)
  const rows = comments
    .filter(({date}) => date <= asOf)
    .map(
      ({id, date, sender}): Row => ({
        id,
        cells: [dateNodes(context, date), ownWords(context, words, ['senders', sender], 'comments')].map(
          (nodes) => factValue(context, {nodes, yaml, record: id, isExample: false}),
        ),
      }),
    )
  // A table without rows says nothing: the sentence before it gives the number.
  if (rows.length === 0) rows.push({id: 'none', cells: [[], text(context.labels.columns.none ?? '')]})
  const caption = factValue(context, {
    nodes: phrase(context, 'comments-caption', {date: documentDate(context)}),
    yaml,
    isExample: example === true,
  })
  return [factTable(context, 'comments', caption, columnsOf(context, {date: 30, sender: 70}), rows)]
}
