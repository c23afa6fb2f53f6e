import {defineFacts} from './define-facts.ts'
import {taskFindings} from './task-findings.ts'

/** What is done about each provision, and about what meetings instructed. */
export const tasks = defineFacts('tasks', {
  dates: (value) =>
    value.tasks.flatMap(({entries}) =>
      entries.flatMap(({date, evidence = []}) => [date, ...evidence.map((item) => item.date)]),
    ),
  words: ({value}) => [
    {pointer: ['tasks'], what: 'task', ids: value.tasks.map(({id}) => id)},
    ...value.tasks.flatMap(({id, entries}) => [
      {
        pointer: ['tasks', id, 'evidence'],
        what: 'evidence',
        ids: entries.flatMap(({evidence = []}) => evidence.map((item) => item.id)),
      },
      {pointer: ['tasks', id, 'next'], what: 'next step', ids: entries.flatMap(({next}) => next ?? [])},
    ]),
  ],
  lists: (value) => [{pointer: ['tasks'], what: 'task', records: value.tasks}],
  look: taskFindings,
})
