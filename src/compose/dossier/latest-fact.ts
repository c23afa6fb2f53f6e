import {type Dossier, datesOf, type ProvisionRecord, type Subject} from '../../resolve/index.ts'

/**
 * The day as of which all that is known is told: the latest date of any fact of the dossier, or the last day of a later
 * meeting that deleted a provision.
 *
 * @returns the date; that of the latest document where no fact has one, and undefined where there is none either
 */
export function latestFactDate(dossier: Dossier): string | undefined {
  const subjects = [...dossier.subjects.values()]
  const dates = subjects.flatMap((subject) => datesOf(subject, dossier.templates))
  const days = dates.length > 0 ? dates : dossier.documents.map(({asOf}) => asOf)
  return [...days, ...subjects.flatMap((subject) => deletions(subject, dossier))].sort().at(-1)
}

function deletions({facts}: Subject, {meetings}: Dossier): string[] {
  const daysOf = ({'deleted-at': meeting = '', provisions = []}: ProvisionRecord): string[] => [
    ...[meetings.get(meeting)?.ends ?? []].flat(),
    ...provisions.flatMap(daysOf),
  ]
  return facts.decisions.value.decisions.flatMap(({provisions = []}) => provisions.flatMap(daysOf))
}
