import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {exists} from './calendar.ts'
import {inWords, numericDates} from './dates-in.ts'

/**
 * A date of figures is read in one way only: 05/06/2008 is a day of May to some and of June to others.
 * Source: house style, section 3 (dates have the names of their months; that figures are never used is unconfirmed).
 */
export const dateAmbiguous = defineWordsRule('date-ambiguous', 'warning', ({passages}, setting, report) => {
  for (const passage of passages)
    for (const {form, first, second, year, ...match} of numericDates(passage, setting)) {
      const usual =
        form !== 'year-first' ? {day: first, month: second, year} : {day: second, month: first, year}
      const turned = {day: usual.month, month: usual.day, year}
      if (!exists(turned) || (exists(usual) && (form === 'year-first' || first === second))) continue
      const read = (exists(usual) ? [usual, turned] : [turned]).map((date) => quote(inWords(date, setting)))
      report(
        passage,
        match,
        exists(usual)
          ? `${quote(match.text)} may be one of two days. Write ${read.join(' or ')}.`
          : `${quote(match.text)} is a date only where the month stands before the day. Write ${read.join('')}.`,
      )
    }
})
