import {dateNodes, timeRangeNodes} from '../dates.ts'
import {factValue} from '../fact-value.ts'
import {ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {columnsOf, factTable, needsFacts, type Row} from './tables.ts'

/** `::programme`: the sessions of the workshop, a table for each day; provisional as long as it has not begun. */
export const programmeTables: BlockDirective = (node, part) => {
  const {context} = part
  const {subject, asOf} = context.plan
  if (!needsFacts(part, node, subject, 'programme') || !subject.facts.programme) return []
  if (!needsFacts(part, node, subject, 'workshop') || !subject.facts.workshop) return []
  const yaml = subject.facts.programme
  const {sessions, example} = yaml.value
  const words = subject.words.programme.get(context.language.code)
  const state = asOf < subject.facts.workshop.value.starts ? 'provisional' : 'final'
  const days = [...new Set(sessions.map(({date}) => date))]
  return days.map((day) => {
    const rows = sessions
      .filter(({date}) => date === day)
      .map(
        ({id, starts, ends}): Row => ({
          id,
          cells: [
            timeRangeNodes(context, starts, ends),
            ownWords(context, words, ['sessions', id], 'programme'),
          ].map((nodes) => factValue(context, {nodes, yaml, record: id, isExample: false})),
        }),
      )
    const caption = factValue(context, {
      nodes: phrase(context, 'programme-caption', {state, date: dateNodes(context, day)}),
      yaml,
      isExample: example === true,
    })
    return factTable(context, `programme-${day}`, caption, columnsOf(context, {time: 22, session: 78}), rows)
  })
}
