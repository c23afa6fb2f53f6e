import {compose} from '../compose/index.ts'
import {isError} from '../message/index.ts'
import {
  type DocumentPlan,
  type Dossier,
  datesOf,
  deadlineFor,
  type Kind,
  namesIn,
  phraseTokens,
} from '../resolve/index.ts'
import type {Settled} from './types.ts'

/**
 * Days that a new document may have when none was said, the best first; the clock is never asked.
 *
 * The last day for submission where the kind has one; of a Notification the day that the subject's notification.yaml
 * says. A paper for a meeting of which no last day is known: the day of the last fact known when the meeting begins,
 * else its first day, for papers are there by then. A record: the same by its end. A report on the position on a day:
 * that of the last fact. Any other: the first day on which all is known that it prints.
 */
export function possibleDays(settled: Settled, dossier: Dossier): string[] {
  const kind = dossier.templates.kinds.get(settled.kind)?.value
  const meeting = dossier.meetings.get(settled.meeting)
  const subject = dossier.subjects.get(settled.subject ?? '')
  if (!kind || !meeting) return []
  const deadline = deadlineFor(kind, meeting)
  if (deadline) return [deadline]
  const notified = kind['number-form'] === 'by-year' ? subject?.facts.notification?.value : undefined
  if (notified && (notified.document ?? settled.folder) === settled.folder) return [notified.date]
  const days = [...new Set(subject ? datesOf(subject, dossier.templates) : [])].sort()
  const last = days.at(-1) ?? meeting.ends
  if (kind.cover.some(({value}) => value === 'meeting')) {
    // The symbol of a record may be in words.
    const isRecord = kind['items-of-agenda'] ?? kind.symbol === undefined
    const known = isRecord ? meeting.ends : meeting.starts
    return [...new Set([days.filter((day) => day <= known).at(-1) ?? known, last])]
  }
  return printsDay(kind, dossier) || days.length === 0 ? [last] : days
}

/**
 * The first of the days on which everything is known that a document prints.
 *
 * @param plan  the document as it is right on the last of the days
 */
export function firstPossible(
  days: readonly string[],
  dossier: Dossier,
  plan: DocumentPlan,
): string | undefined {
  const [first] = plan.languages
  return days.find(
    (day) => first && !compose(dossier, {...plan, asOf: day}, first.language).messages.some(isError),
  )
}

/** Whether the cover or the symbol says on which day the facts stood. */
function printsDay(kind: Kind, {templates}: Dossier): boolean {
  const phrases = [...templates.phrases.values()][0]?.value ?? {}
  const printed = [kind['symbol-phrase'], ...kind.cover.map(({phrase}) => phrase)]
  return printed.some((key) => {
    const tokens = phraseTokens(phrases[key ?? ''] ?? '')
    return !('reason' in tokens) && namesIn(tokens).includes('date')
  })
}
