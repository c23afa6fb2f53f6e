import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {daysIn, exists, weekdayOf} from './calendar.ts'
import {type NamedDate, namedDates, numericDates} from './dates-in.ts'

/**
 * A date exists, and has the day of the week that stands before it. Source: the calendar.
 */
export const dateImpossible = defineWordsRule('date-impossible', 'error', ({passages}, setting, report) => {
  const {labels, usage} = setting
  const namedIn = namedDates(setting)
  for (const passage of passages) {
    for (const date of namedIn(passage)) {
      const absent = absentDay(date)
      const month = labels.months[date.month - 1] ?? ''
      if (absent !== undefined) {
        const when = absent === 29 ? `${month} ${date.year}` : month
        const days = daysIn(date.month, date.year ?? 2000)
        report(
          passage,
          date,
          `${quote(date.text)} cannot be: ${when} has ${days} days. Write the date that is meant.`,
        )
        continue
      }
      const weekday = date.year === undefined ? undefined : weekdayOf(date)
      if (date.weekday === undefined || weekday === undefined || weekday === date.weekday) continue
      const [typed, right] = [usage.dates.weekdays[date.weekday], usage.dates.weekdays[weekday]]
      report(
        passage,
        date,
        `${quote(date.text)} is not a ${quote(typed ?? '')}. Write ${quote(right ?? '')}, or the date that is meant.`,
      )
    }
    for (const {form, first, second, year, ...match} of numericDates(passage, setting)) {
      if (form === 'short-year') continue // It may as well be three numbers.
      const asDays = {
        day: form !== 'year-first' ? first : second,
        month: form !== 'year-first' ? second : first,
        year,
      }
      if (exists(asDays) || exists({day: asDays.month, month: asDays.day, year})) continue
      report(
        passage,
        match,
        `There is no day ${quote(match.text)}, whether the day or the month stands first. Write the date that is meant, with the name of its month.`,
      )
    }
  }
})

/** The day that the month does not have, if there is one; a number far beyond is no day that was joined. */
function absentDay({day, month, year, others}: NamedDate): number | undefined {
  const joined = others.find((other) => other <= 31 && !exists({day: other, month, year}))
  return joined ?? (exists({day, month, year}) ? undefined : day)
}
