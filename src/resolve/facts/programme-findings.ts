import type {VFileMessage} from 'vfile-message'
import {collector, idsOnce} from '../findings.ts'
import type {Subject} from '../types.ts'

/** Findings about the programme: sessions outside the workshop, or that begin before the one above them has ended. */
export function programmeFindings({programme, workshop}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (!programme) return messages
  const {sessions} = programme.value
  idsOnce(programme, ['sessions'], sessions, 'session', say)
  for (const [index, {date, starts, ends}] of sessions.entries()) {
    const at = (key: string): (string | number)[] => ['sessions', index, key]
    if (workshop && (date < workshop.value.starts || date > workshop.value.ends))
      say(
        programme,
        at('date'),
        'session-date',
        `This session is on ${date}, and the workshop is held from ${workshop.value.starts} to ${workshop.value.ends}. Correct one of the dates.`,
      )
    if (ends <= starts)
      say(
        programme,
        at('ends'),
        'session-time',
        `This session ends (${ends}) before it starts (${starts}). Correct one of the two.`,
      )
    const before = sessions[index - 1]
    if (before && date < before.date)
      say(
        programme,
        at('date'),
        'session-order',
        `This session is on ${date}, before the one above it (${before.date}). Write the sessions in the order in which they are held.`,
      )
    if (before && date === before.date && starts < before.ends)
      say(
        programme,
        at('starts'),
        'session-order',
        `This session starts at ${starts}, before the one above it has ended (${before.ends}). Correct one of the two.`,
      )
  }
  return messages
}
