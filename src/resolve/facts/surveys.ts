import {defineFacts} from './define-facts.ts'

/** Surveys of offers on websites: none stands after a later one. */
export const surveys = defineFacts('surveys', {
  dates: (value) => value.surveys.map(({date}) => date),
  words: ({value}) => [{pointer: ['makers'], what: 'maker', ids: value.surveys.map(({by}) => by)}],
  lists: (value) => [{pointer: ['surveys'], what: 'survey', records: value.surveys}],
  look({yaml, value: {surveys: list}}, say) {
    for (const [index, {date}] of list.entries()) {
      const before = list[index - 1]?.date ?? ''
      if (date < before)
        say(
          yaml,
          ['surveys', index, 'date'],
          'entry-order',
          `This survey is dated ${date}, before the one above it (${before}). Write the oldest first.`,
        )
    }
  },
})
