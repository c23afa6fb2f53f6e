import type {VFileMessage} from 'vfile-message'
import {collector, unknown} from '../findings.ts'
import type {Labels} from '../template-types.ts'
import type {Meeting, Subject} from '../types.ts'

/** Findings about the outcome of a meeting: what it names, and the order of its entries. */
export function outcomeFindings(
  {outcome: yaml}: Subject,
  labels: Labels,
  meetings: ReadonlyMap<string, Meeting>,
): VFileMessage[] {
  const {messages, say} = collector()
  if (!yaml) return messages
  for (const key of ['meeting', 'next-meeting'] as const) {
    const id = yaml.value[key]
    if (meetings.size > 0 && !meetings.has(id))
      say(yaml, [key], 'unknown-meeting', unknown('meeting', id, meetings.keys()))
  }
  const starts = meetings.get(yaml.value.meeting)?.starts
  let before = ''
  for (const [index, entry] of yaml.value.entries.entries()) {
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
      if (!(yaml.value.measures ?? []).includes(id))
        say(
          yaml,
          at('measures', place),
          'unknown-measure',
          yaml.value.measures
            ? unknown('measure', id, yaml.value.measures)
            : `The file lists no measures. Add “measures: [${id}]” above “entries”.`,
        )
    if (entry.instructed && !Object.hasOwn(labels.actors, entry.instructed))
      say(
        yaml,
        at('instructed'),
        'unknown-actor',
        unknown('actor', entry.instructed, Object.keys(labels.actors)),
      )
    if (entry.decision === 'amendment' && !yaml.value.resolution)
      say(
        yaml,
        at('decision'),
        'outcome-resolution',
        'This outcome is an amendment, and the file does not say of which resolution. Add “resolution: {number: "11.3", revision: CoP14}” above “entries”.',
      )
  }
  return messages
}
