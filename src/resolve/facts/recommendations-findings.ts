import type {VFileMessage} from 'vfile-message'
import {quote} from '../../message/index.ts'
import {collector, unknown} from '../findings.ts'
import type {Labels} from '../template-types.ts'
import type {ProvisionRecord, Subject} from '../types.ts'

/** Findings about recommendations: ids that occur twice, addressees that are not known or stand in two places. */
export function recommendationsFindings({recommendations}: Subject, labels: Labels): VFileMessage[] {
  const {messages, say} = collector()
  if (!recommendations) return messages
  const list = recommendations.value.recommendations
  const seen = new Set<string>()
  const look = (records: readonly ProvisionRecord[], pointer: (string | number)[]): void => {
    for (const [index, {id, provisions = []}] of records.entries()) {
      const at = [...pointer, index]
      if (seen.has(id))
        say(
          recommendations,
          [...at, 'id'],
          'id-twice',
          `The recommendation ${quote(id)} occurs twice. Give one of them another id.`,
        )
      seen.add(id)
      look(provisions, [...at, 'provisions'])
    }
  }
  look(list, ['recommendations'])
  const addressees = new Set<string>()
  for (const [index, {addressee}] of list.entries()) {
    const at = ['recommendations', index, 'addressee']
    if (!Object.hasOwn(labels.addressees, addressee))
      say(
        recommendations,
        at,
        'unknown-addressee',
        unknown('addressee', addressee, Object.keys(labels.addressees)),
      )
    else if (addressees.has(addressee) && list[index - 1]?.addressee !== addressee)
      say(
        recommendations,
        at,
        'addressee-order',
        `Recommendations to ${quote(addressee)} stand further up as well. Put all of one addressee together.`,
      )
    addressees.add(addressee)
  }
  return messages
}
