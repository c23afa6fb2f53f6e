import type {DocumentPlan, Dossier, Located, Meeting, Subject} from '../../../resolve/index.ts'
import type {ReportFacts} from '../../define-rule.ts'

/** What carries out decisions, dated before the meeting that adopted them: the Notification, the appeal, the contract. */
export function beforeAdoption(subject: Subject, dossier: Dossier, report: ReportFacts): void {
  const meeting = adoptedAt(subject, dossier)
  if (!meeting) return
  for (const {yaml, pointer, what, date} of steps(subject))
    if (date < meeting.starts)
      report(
        yaml,
        pointer,
        `${what} is dated ${date}, before ${meeting.code}, which adopted the decisions, began (${meeting.starts}). Correct the date, or “source” in decisions.yaml.`,
      )
}

/** The meeting at which the drafts of the decisions stood: the earliest, where there are several. */
function adoptedAt({facts}: Subject, {documents, dormant}: Dossier): Meeting | undefined {
  const sources = facts.decisions.value.decisions.flatMap(({source}) => source?.document ?? [])
  const isDraft = ({path, kind}: DocumentPlan): boolean =>
    sources.includes(path) && kind['decision-label'] === 'draft'
  const meetings = [...documents, ...dormant].filter(isDraft).map(({meeting}) => meeting)
  return meetings.reduce<Meeting | undefined>(
    (first, meeting) => (first === undefined || meeting.starts < first.starts ? meeting : first),
    undefined,
  )
}

interface Step {
  yaml: Located<unknown>
  pointer: (string | number)[]
  what: string
  date: string
}

function steps({facts: {notification, funding, consultancy, workshop}}: Subject): Step[] {
  const appeal = funding?.value.appeal
  return [
    ...(notification
      ? [{yaml: notification, pointer: ['date'], what: 'The Notification', date: notification.value.date}]
      : []),
    ...(funding && appeal
      ? [{yaml: funding, pointer: ['appeal', 'date'], what: 'The appeal for funds', date: appeal.date}]
      : []),
    ...(consultancy
      ? [
          {
            yaml: consultancy,
            pointer: ['date'],
            what: 'The work of the consultant',
            date: consultancy.value.date,
          },
        ]
      : []),
    ...(workshop
      ? [{yaml: workshop, pointer: ['starts'], what: 'The workshop', date: workshop.value.starts}]
      : []),
  ]
}
