import {quote} from '../../message/index.ts'
import {unknown} from '../findings.ts'
import {provisionPaths} from '../provisions.ts'
import {defineFacts} from './define-facts.ts'

/** Replies to the Notification: a Party twice, one before the Notification, a region or provision that does not exist. */
export const replies = defineFacts('replies', {
  named: ['replies', 'replies-received', 'regions'],
  dates: (value) => value.replies.map(({date}) => date),
  look({yaml, value, facts, names}, say) {
    const provisions = new Set(
      facts.decisions.value.decisions.flatMap((decision) => [...provisionPaths(decision.provisions).keys()]),
    )
    const parties = new Set<string>()
    for (const [index, reply] of value.replies.entries()) {
      if (parties.has(reply.party))
        say(
          yaml,
          ['replies', index, 'party'],
          'party-twice',
          `The Party ${quote(reply.party)} occurs twice. Keep one reply for each Party.`,
        )
      parties.add(reply.party)
      const sent = facts.notification?.value.date
      if (sent !== undefined && reply.date < sent)
        say(
          yaml,
          ['replies', index, 'date'],
          'date-order',
          `This reply is dated ${reply.date}, before the Notification (${sent}). Correct one of the two dates.`,
        )
      if (!names.regions.has(reply.region))
        say(yaml, ['replies', index, 'region'], 'unknown-region', () =>
          unknown('region', reply.region, names.regions),
        )
      for (const [place, id] of reply.answered.entries()) {
        if (!provisions.has(id))
          say(yaml, ['replies', index, 'answered', place], 'unknown-provision', () =>
            unknown('provision', id, provisions),
          )
      }
    }
  },
})
