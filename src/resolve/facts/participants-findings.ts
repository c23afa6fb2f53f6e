import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../../message/index.ts'
import {collector, idsOnce, unknown} from '../findings.ts'
import type {Subject} from '../types.ts'

/** Findings about participants: one who is listed twice, by id or by name; categories; a total that is too small. */
export function participantsFindings({participants, participantsWords, workshop}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (!participants) return messages
  const list = participants.value.participants
  idsOnce(participants, ['participants'], list, 'participant', say)
  const categories = workshop?.value.invitees?.map(({category}) => category)
  for (const [index, {category}] of list.entries())
    if (categories && !categories.includes(category))
      say(
        participants,
        ['participants', index, 'category'],
        'unknown-category',
        unknown('category of invitees', category, categories),
      )
  const persons = list.reduce((sum, participant) => sum + participant.persons, 0)
  const least = workshop?.value.attendance?.['participants-more-than']
  if (least !== undefined && persons <= least)
    say(
      participants,
      ['participants'],
      'participants-sum',
      `The delegations listed have ${persons} persons, and workshop.yaml says that more than ${least} took part. Add those that are missing, or correct the number there.`,
    )
  for (const {path, data, value} of participantsWords.values()) {
    const first = new Map<string, string>()
    for (const [id, name] of Object.entries(value.participants)) {
      const other = first.get(name)
      if (other !== undefined)
        messages.push(
          error(
            `The participant ${quote(name)} is listed twice, as ${quote(other)} and as ${quote(id)}. Delete one of the two here and in participants.yaml, or give it another name.`,
            {path, ruleId: 'participant-twice', place: data.locate(['participants', id])},
          ),
        )
      first.set(name, other ?? id)
    }
  }
  return messages
}
