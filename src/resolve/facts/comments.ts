import {defineFacts} from './define-facts.ts'

/** The call for comments, and the comments: the call is not older than the workshop, and no comment than the call. */
export const comments = defineFacts('comments', {
  named: ['results-address'],
  dates: ({requested, comments: list}) => [requested, ...list.map(({date}) => date)],
  words: ({value}) => [{pointer: ['senders'], what: 'sender', ids: value.comments.map(({sender}) => sender)}],
  lists: (value) => [{pointer: ['comments'], what: 'comment', records: value.comments}],
  look({yaml, value: {requested, closes, comments: list}, facts: {workshop}}, say) {
    if (workshop && requested < workshop.value.starts)
      say(
        yaml,
        ['requested'],
        'date-order',
        `Comments on the results are requested on ${requested}, before the workshop begins (${workshop.value.starts}). Correct one of the two dates.`,
      )
    if (closes < requested)
      say(
        yaml,
        ['closes'],
        'date-order',
        `The call for comments closes (${closes}) before it is made (${requested}). Correct one of the two dates.`,
      )
    for (const [index, comment] of list.entries())
      if (comment.date < requested)
        say(
          yaml,
          ['comments', index, 'date'],
          'date-order',
          `This comment is dated ${comment.date}, before comments were requested (${requested}). Correct one of the two dates.`,
        )
  },
})
