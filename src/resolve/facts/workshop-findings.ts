import type {VFileMessage} from 'vfile-message'
import {collector} from '../findings.ts'
import type {Subject} from '../types.ts'

/** Findings about the workshop: an end before its beginning. */
export function workshopFindings({workshop}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (workshop && workshop.value.ends < workshop.value.starts)
    say(
      workshop,
      ['ends'],
      'date-order',
      `The workshop ends (${workshop.value.ends}) before it starts (${workshop.value.starts}). Correct one of the two dates.`,
    )
  return messages
}
