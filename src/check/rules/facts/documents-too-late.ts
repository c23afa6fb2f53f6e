import {begunWith, type DocumentPlan, type Subject} from '../../../resolve/index.ts'
import type {ReportFacts} from '../../define-rule.ts'

/** The last day on which a document of a kind can do what it is for, by the table that its kind begins with. */
const lastDays: ReadonlyMap<string, (facts: Subject['facts']) => {date: string; what: string} | undefined> =
  new Map([
    [
      'call-for-comments',
      ({comments}) =>
        comments && {
          date: comments.value.requested,
          what: 'This document asks for comments, which were requested on',
        },
    ],
    [
      'invitees',
      ({workshop}) =>
        workshop && {
          date: workshop.value.starts,
          what: 'This document invites to the workshop, which began on',
        },
    ],
    [
      'appeal',
      ({workshop}) =>
        workshop && {
          date: workshop.value.ends,
          what: 'This document asks for funds for the workshop, which ended on',
        },
    ],
    [
      'deliverables',
      ({consultancy}) => {
        const due = consultancy?.value.deliverables[0]?.due
        return due === undefined
          ? undefined
          : {date: due, what: 'This document says what the consultant is to deliver, from'}
      },
    ],
  ])

/** A document dated after the day on which it can still do what its kind is for, such as an announcement after the fact. */
export function documentsTooLate({yaml, kind, subject, asOf}: DocumentPlan, report: ReportFacts): void {
  for (const directive of begunWith(kind)) {
    const last = lastDays.get(directive)?.(subject.facts)
    if (last && asOf > last.date)
      report(
        yaml,
        [yaml.value['as-of'] === undefined ? 'date' : 'as-of'],
        `${last.what} ${last.date}; it is dated ${asOf}. Correct one of the two dates.`,
      )
  }
}
