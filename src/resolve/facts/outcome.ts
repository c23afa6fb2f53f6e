import {actorFault} from '../actors.ts'
import {unknown} from '../findings.ts'
import {defineFacts} from './define-facts.ts'

/** What a meeting decided about the report: what its entries name, and their order. */
export const outcome = defineFacts('outcome', {
  named: ['resolution', 'outcome', 'outcome-recorded', 'speakers'],
  dates: ({entries}) => entries.map(({date}) => date),
  words: ({value}) => [
    {pointer: ['measures'], what: 'measure', ids: value.measures ?? []},
    {
      pointer: ['speakers'],
      what: 'speaker',
      ids: value.entries.flatMap((entry) => entry.speakers ?? []),
      mayHaveOthers: true, // They may wait for another outcome.
    },
  ],
  look({yaml, value, names, meetings}, say) {
    for (const key of ['meeting', 'next-meeting'] as const) {
      const id = value[key]
      if (meetings.size > 0 && !meetings.has(id))
        say(yaml, [key], 'unknown-meeting', () => unknown('meeting', id, meetings.keys()))
    }
    const {measures} = value
    const starts = meetings.get(value.meeting)?.starts
    let before = ''
    for (const [index, entry] of value.entries.entries()) {
      const at = (...rest: (string | number)[]): (string | number)[] => ['entries', index, ...rest]
      if (entry.date < before)
        say(
          yaml,
          at('date'),
          'entry-order',
          `This entry is dated ${entry.date}, before the one above it (${before}). Write the oldest first.`,
        )
      before = entry.date
      if (entry.decision !== 'open' && starts && entry.date < starts)
        say(
          yaml,
          at('date'),
          'date-order',
          `The meeting begins on ${starts} and cannot have decided this on ${entry.date}. Correct one of the two dates.`,
        )
      for (const [place, id] of (entry.measures ?? []).entries())
        if (!(measures ?? []).includes(id))
          say(
            yaml,
            at('measures', place),
            'unknown-measure',
            measures
              ? () => unknown('measure', id, measures)
              : `The file lists no measures. Add “measures: [${id}]” above “entries”.`,
          )
      const actor = entry.instructed && actorFault(names.actors, entry.instructed, 'instructed')
      if (actor) say(yaml, at('instructed'), actor.ruleId, actor.reason)
      if (entry.decision === 'amendment' && !value.resolution)
        say(
          yaml,
          at('decision'),
          'outcome-resolution',
          'This outcome is an amendment, and the file does not say of which resolution. Add “resolution: {number: "11.3", revision: CoP14}” above “entries”.',
        )
    }
  },
})
