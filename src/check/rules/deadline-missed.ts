import {finding} from '../../message/index.ts'
import {type DocumentPlan, daysBetween, deadlineRule} from '../../resolve/index.ts'
import {ruleFamily} from '../define-rule.ts'

/**
 * A document is submitted in time for its meeting. The days and the source of the rule are its kind's: an error where
 * the rule is confirmed (150 days, conference documents), a warning where it is not. House style, R1 and R4. The day is
 * that on which the Secretariat had it, where that is said; where the cover says that it came late, nothing is missed.
 */
export const deadlineMissed = ruleFamily('deadline-missed', ['deadline-missed'], ({plan}) => {
  const rule = deadlineRule(plan.kind, plan.meeting)
  const {date, received} = plan.yaml.value
  const day = received ?? date
  const late = plan.deadline ? daysBetween(plan.deadline, day) : 0
  if (!rule || late <= 0 || (plan.isReceivedLate && saysSo(plan))) return []
  const reason = `The document ${received ? 'was received on' : 'is dated'} ${day}, ${late} day${late === 1 ? '' : 's'} after the last day for it, ${plan.deadline} (${rule['days-before-meeting']} days before ${plan.meeting.code}, which begins on ${plan.meeting.starts}: ${rule.source}). Correct the date, or submit it at another meeting.`
  return plan.languages.map(({language}) =>
    finding(rule.severity, reason, {
      path: plan.yaml.path,
      ruleId: 'deadline-missed',
      place: plan.yaml.data.locate([received ? 'received' : 'date']),
      language: language.code,
    }),
  )
})

/** Whether the cover of the kind has a place for the sentence that the document came late. */
function saysSo({kind}: DocumentPlan): boolean {
  return kind.cover.some(({value}) => value === 'received-late' || value === 'received-exceptionally')
}
