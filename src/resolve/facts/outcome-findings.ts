import type {VFileMessage} from 'vfile-message'
import {collector, unknown} from '../findings.ts'
import type {Labels} from '../template-types.ts'
import type {Meeting, Subject} from '../types.ts'

/** Findings about the outcome of a meeting: what it names, and the order of its entries. */
export function outcomeFindings(
  {outcome: fact}: Subject,
  labels: Labels,
  meetings: ReadonlyMap<string, Meeting>,
): VFileMessage[] {
  const {messages, say} = collector()
  if (!fact) return messages
  for (const key of ['meeting', 'next-meeting'] as const) {
    const id = fact.value[key]
    if (meetings.size > 0 && !meetings.has(id))
      say(fact, [key], 'unknown-meeting', unknown('meeting', id, meetings.keys()))
  }
  const starts = meetings.get(fact.value.meeting)?.starts
  let before = ''
  for (const [index, entry] of fact.value.entries.entries()) {
    const at = (...rest: (string | number)[]): (string | number)[] => ['entries', index, ...rest]
    if (entry.date < before)
      say(
        fact,
        at('date'),
        'entry-order',
        `This entry is dated ${entry.date}, before the one above it (${before}). Write the oldest first.`,
      )
    before = entry.date
    if (entry.decision !== 'open' && starts && entry.date < starts)
      say(
        fact,
        at('date'),
        'date-order',
        `The meeting begins on ${starts} and cannot have decided this on ${entry.date}. Correct one of the two dates.`,
      )
    for (const [place, id] of (entry.measures ?? []).entries())
      if (!(fact.value.measures ?? []).includes(id))
        say(
          fact,
          at('measures', place),
          'unknown-measure',
          fact.value.measures
            ? unknown('measure', id, fact.value.measures)
            : `The file lists no measures. Add “measures: [${id}]” above “entries”.`,
        )
    if (entry.instructed && !Object.hasOwn(labels.actors, entry.instructed))
      say(
        fact,
        at('instructed'),
        'unknown-actor',
        unknown('actor', entry.instructed, Object.keys(labels.actors)),
      )
    if (entry.decision === 'amendment' && !fact.value.resolution)
      say(
        fact,
        at('decision'),
        'outcome-resolution',
        'This outcome is an amendment, and the file does not say of which resolution. Add “resolution: {number: "11.3", revision: CoP14}” above “entries”.',
      )
  }
  return messages
}
