import {finding} from '../../message/index.ts'
import {daysBetween} from '../../resolve/index.ts'
import {ruleFamily} from '../define-rule.ts'

/**
 * A document is submitted in time for its meeting. The days and the source of the rule are its kind's: an error where
 * the rule is confirmed (150 days, conference documents), a warning where it is not. House style, R1 and R4.
 */
export const deadlineMissed = ruleFamily('deadline-missed', ['deadline-missed'], ({plan}) => {
  const rule = plan.kind.deadline
  const {date} = plan.yaml.value
  const late = plan.deadline ? daysBetween(plan.deadline, date) : 0
  if (!rule || late <= 0) return []
  const reason = `The document is dated ${date}, ${late} day${late === 1 ? '' : 's'} after the last day for it, ${plan.deadline} (${rule['days-before-meeting']} days before ${plan.meeting.code}, which begins on ${plan.meeting.starts}: ${rule.source}). Correct the date, or submit it at another meeting.`
  return plan.languages.map(({language}) =>
    finding(rule.severity, reason, {
      path: plan.yaml.path,
      ruleId: 'deadline-missed',
      place: plan.yaml.data.locate(['date']),
      language: language.code,
    }),
  )
})
