import type {VFileMessage} from 'vfile-message'
import {collector, idsOnce} from '../findings.ts'
import type {Subject} from '../types.ts'

/** Findings about comments: dates before the call for them, ids that occur twice. */
export function commentsFindings({comments: yaml}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (!yaml) return messages
  const {requested, closes, comments} = yaml.value
  if (closes < requested)
    say(
      yaml,
      ['closes'],
      'date-order',
      `The call for comments closes (${closes}) before it is made (${requested}). Correct one of the two dates.`,
    )
  idsOnce(yaml, ['comments'], comments, 'comment', say)
  for (const [index, comment] of comments.entries()) {
    if (comment.date < requested)
      say(
        yaml,
        ['comments', index, 'date'],
        'date-order',
        `This comment is dated ${comment.date}, before comments were requested (${requested}). Correct one of the two dates.`,
      )
  }
  return messages
}
