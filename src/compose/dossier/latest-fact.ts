import {type Dossier, datesOf} from '../../resolve/index.ts'

/**
 * The day as of which all that is known is told: the latest date of any fact of the dossier.
 *
 * @returns the date; that of the latest document where no fact has one, and undefined where there is none either
 */
export function latestFactDate(dossier: Dossier): string | undefined {
  const dates = [...dossier.subjects.values()].flatMap((subject) => datesOf(subject, dossier.templates))
  const days = dates.length > 0 ? dates : dossier.documents.map(({asOf}) => asOf)
  return days.sort().at(-1)
}
