import type {VFileMessage} from 'vfile-message'
import {collector} from '../findings.ts'
import type {Subject} from '../types.ts'

/** Findings about the Notification: replies due before it was issued. */
export function notificationFindings({notification}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (notification && notification.value['reply-by'] < notification.value.date)
    say(
      notification,
      ['reply-by'],
      'date-order',
      `Replies are due (${notification.value['reply-by']}) before the Notification is dated (${notification.value.date}). Correct one of the two dates.`,
    )
  return messages
}
