import type {VFileMessage} from 'vfile-message'
import {quote} from '../../message/index.ts'
import {collector, unknown} from '../findings.ts'
import {provisionPaths} from '../subjects.ts'
import type {Labels} from '../template-types.ts'
import type {Subject} from '../types.ts'

/** Findings about replies: a Party twice, a reply before the Notification, a region or a provision that does not exist. */
export function replyFindings(subject: Subject, labels: Labels): VFileMessage[] {
  const {messages, say} = collector()
  const yaml = subject.replies
  if (!yaml) return messages
  const provisions = new Set(
    subject.decisions.value.decisions.flatMap((decision) => [...provisionPaths(decision.provisions).keys()]),
  )
  const parties = new Set<string>()
  for (const [index, reply] of yaml.value.replies.entries()) {
    if (parties.has(reply.party))
      say(
        yaml,
        ['replies', index, 'party'],
        'party-twice',
        `The Party ${quote(reply.party)} occurs twice. Keep one reply for each Party.`,
      )
    parties.add(reply.party)
    const sent = subject.notification?.value.date
    if (sent !== undefined && reply.date < sent)
      say(
        yaml,
        ['replies', index, 'date'],
        'date-order',
        `This reply is dated ${reply.date}, before the Notification (${sent}). Correct one of the two dates.`,
      )
    if (!Object.hasOwn(labels.regions, reply.region))
      say(
        yaml,
        ['replies', index, 'region'],
        'unknown-region',
        unknown('region', reply.region, Object.keys(labels.regions)),
      )
    for (const [place, id] of reply.answered.entries()) {
      if (!provisions.has(id))
        say(
          yaml,
          ['replies', index, 'answered', place],
          'unknown-provision',
          unknown('provision', id, provisions),
        )
    }
  }
  return messages
}
