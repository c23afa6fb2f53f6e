import {defineFacts} from './define-facts.ts'

/** The sessions of the workshop: on its days, one after the other. */
export const programme = defineFacts('programme', {
  words: ({value}) => [{pointer: ['sessions'], what: 'session', ids: value.sessions.map(({id}) => id)}],
  lists: ({sessions}) => [{pointer: ['sessions'], what: 'session', records: sessions}],
  look({yaml, value: {sessions}, facts: {workshop}}, say) {
    for (const [index, {date, starts, ends}] of sessions.entries()) {
      const at = (key: string): (string | number)[] => ['sessions', index, key]
      if (workshop && (date < workshop.value.starts || date > workshop.value.ends))
        say(
          yaml,
          at('date'),
          'session-date',
          `This session is on ${date}, and the workshop is held from ${workshop.value.starts} to ${workshop.value.ends}. Correct one of the dates.`,
        )
      if (ends <= starts)
        say(
          yaml,
          at('ends'),
          'session-time',
          ends < starts
            ? `This session ends (${ends}) before it starts (${starts}). Correct one of the two.`
            : `This session starts and ends at ${starts}. Correct one of the two.`,
        )
      const before = sessions[index - 1]
      if (before && date < before.date)
        say(
          yaml,
          at('date'),
          'session-order',
          `This session is on ${date}, before the one above it (${before.date}). Write the sessions in the order in which they are held.`,
        )
      if (before && date === before.date && starts < before.ends)
        say(
          yaml,
          at('starts'),
          'session-order',
          `This session starts at ${starts}, before the one above it has ended (${before.ends}). Correct one of the two.`,
        )
    }
  },
})
