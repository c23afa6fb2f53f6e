import type {VFileMessage} from 'vfile-message'
import {quote} from '../message/index.ts'
import {collector} from './findings.ts'
import type {Located} from './located.ts'
import type {Instrument} from './template-types.ts'

/** Resolutions that stand in templates/instruments.yaml twice, and revisions that are not in the order of their days. */
export function instrumentFindings(yaml: Located<{instruments: Instrument[]}>): VFileMessage[] {
  const {messages, say} = collector()
  const seen = new Set<string>()
  for (const [index, {number, revisions}] of yaml.value.instruments.entries()) {
    const at = ['instruments', index]
    if (seen.has(number))
      say(
        yaml,
        [...at, 'number'],
        'id-twice',
        `The resolution ${quote(number)} occurs twice. Write its revisions at one of the two, and delete the other.`,
      )
    seen.add(number)
    for (const [place, {since}] of revisions.entries()) {
      const before = revisions[place - 1]?.since
      if (before !== undefined && since <= before)
        say(
          yaml,
          [...at, 'revisions', place, 'since'],
          'entry-order',
          `This revision is in force since ${since}, not after the one above it (${before}). Write the oldest first.`,
        )
    }
  }
  return messages
}
