import type {Subject} from '../../../resolve/index.ts'
import type {ReportFacts} from '../../define-rule.ts'

/** A workshop whose place became known when it was over, or in which more took part than there were places. */
export function workshopUnlikely({facts}: Subject, report: ReportFacts): void {
  const {workshop, participants} = facts
  if (!workshop) return
  const {'known-from': knownFrom, ends, invitees} = workshop.value
  if (knownFrom > ends)
    report(
      workshop,
      ['known-from'],
      `The dates and the place of the workshop are known from ${knownFrom} on, after it ended (${ends}). Correct one of the two dates.`,
    )
  if (!participants || !invitees) return
  const persons = participants.value.participants.reduce((sum, participant) => sum + participant.persons, 0)
  const places = invitees.reduce((sum, invitee) => sum + invitee.places, 0)
  if (persons > places)
    report(
      participants,
      ['participants'],
      `The delegations listed have ${persons} persons, and workshop.yaml has ${places} places. Correct a number here or there.`,
    )
}
