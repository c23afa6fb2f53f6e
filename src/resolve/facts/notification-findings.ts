import type {VFileMessage} from 'vfile-message'
import {collector} from '../findings.ts'
import type {Subject} from '../types.ts'

/** Findings about the Notification: replies due before it was issued, a number given twice or not at all. */
export function notificationFindings({notification}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (notification && notification.value['reply-by'] < notification.value.date)
    say(
      notification,
      ['reply-by'],
      'date-order',
      `Replies are due (${notification.value['reply-by']}) before the Notification is dated (${notification.value.date}). Correct one of the two dates.`,
    )
  if (
    notification &&
    (notification.value.number === undefined) === (notification.value.document === undefined)
  )
    say(
      notification,
      notification.value.document === undefined ? [] : ['number'],
      'notification-number',
      'The Notification has either “number”, or “document” where it is made here and has its number itself. Write one of the two.',
    )
  return messages
}
