import {quote} from '../../message/index.ts'
import {type Say, unknown} from '../findings.ts'
import type {Subject} from '../types.ts'
import {defineFacts} from './define-facts.ts'

/** The delegations: their categories, a total that is too small, one that is listed twice, by id or by name. */
export const participants = defineFacts('participants', {
  words: ({value}) => [
    {pointer: ['participants'], what: 'participant', ids: value.participants.map(({id}) => id)},
  ],
  lists: (value) => [{pointer: ['participants'], what: 'participant', records: value.participants}],
  look({yaml, value: {participants: list}, facts, subject}, say) {
    const categories = facts.workshop?.value.invitees?.map(({category}) => category)
    if (facts.workshop && !categories)
      say(
        yaml,
        ['participants', 0, 'category'],
        'facts-missing',
        'The categories of participants are those of the “invitees” in workshop.yaml, which has none. Add them there.',
      )
    for (const [index, {category}] of list.entries())
      if (categories && !categories.includes(category))
        say(yaml, ['participants', index, 'category'], 'unknown-category', () =>
          unknown('category of invitees', category, categories),
        )
    const persons = list.reduce((sum, participant) => sum + participant.persons, 0)
    const least = facts.workshop?.value.attendance?.['participants-more-than']
    if (least !== undefined && persons <= least)
      say(
        yaml,
        ['participants'],
        'participants-sum',
        `The delegations listed have ${persons} persons, and workshop.yaml says that more than ${least} took part. Add those that are missing, or correct the number there.`,
      )
    nameFindings(subject, say)
  },
})

/** A delegation of one name under two ids. */
function nameFindings({words}: Subject, say: Say): void {
  for (const yaml of words.participants.values()) {
    const first = new Map<string, string>()
    for (const [id, name] of Object.entries(yaml.value.participants)) {
      const other = first.get(name)
      if (other !== undefined)
        say(
          yaml,
          ['participants', id],
          'participant-twice',
          `The participant ${quote(name)} is listed twice, as ${quote(other)} and as ${quote(id)}. Delete one of the two here and in participants.yaml, or give it another name.`,
        )
      first.set(name, other ?? id)
    }
  }
}
