import {defineFacts} from './define-facts.ts'

/** The Notification to the Parties: replies are due after it, and its number stands in one place. */
export const notification = defineFacts('notification', {
  named: ['notification'],
  dates: ({date}) => [date],
  look({yaml, value: {date, number, document, 'reply-by': replyBy}}, say) {
    if (replyBy < date)
      say(
        yaml,
        ['reply-by'],
        'date-order',
        `Replies are due (${replyBy}) before the Notification is dated (${date}). Correct one of the two dates.`,
      )
    if ((number === undefined) === (document === undefined))
      say(
        yaml,
        document === undefined ? [] : ['number'],
        'notification-number',
        'The Notification has either “number”, or “document” where it is made here and has its number itself. Write one of the two.',
      )
  },
})
