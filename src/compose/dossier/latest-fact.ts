import type {Dossier, Subject} from '../../resolve/index.ts'

/**
 * The day as of which all that is known is told: the latest date of any fact of the dossier.
 *
 * @returns the date; that of the latest document where no fact has one, and undefined where there is none either
 */
export function latestFactDate(dossier: Dossier): string | undefined {
  const dates = [...dossier.subjects.values()].flatMap(datesOf)
  const days = dates.length > 0 ? dates : dossier.documents.map(({asOf}) => asOf)
  return days.sort().at(-1)
}

/** Days on which something became known; days that lie ahead, such as that for replies, are none of them. */
function datesOf(subject: Subject): string[] {
  const {tasks, notification, replies, funding, workshop, comments, outcome, budget} = subject
  const {consultancy, recommendations} = subject
  const entries = (tasks?.value.tasks ?? []).flatMap((task) => task.entries)
  const dated = [
    ...entries,
    ...entries.flatMap(({evidence = []}) => evidence),
    ...(replies?.value.replies ?? []),
    ...(funding?.value.contributions ?? []).flatMap((contribution) => contribution.entries),
    ...(comments?.value.comments ?? []),
    ...(outcome?.value.entries ?? []),
  ]
  const others = [
    notification?.value.date,
    funding?.value.appeal?.date,
    workshop?.value['known-from'],
    workshop?.value.attendance?.['known-from'],
    consultancy?.value.date,
    recommendations?.value.date,
    comments?.value.requested,
    budget?.value.date,
  ]
  return [...dated.map(({date}) => date), ...others.filter((date) => date !== undefined)]
}
