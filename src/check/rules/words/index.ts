import type {WordsRule} from '../../types.ts'
import {amendmentSpace} from './amendment-space.ts'
import {dateForm} from './date-form.ts'
import {dayRange} from './day-range.ts'
import {glossaryTerm} from './glossary-term.ts'
import {instrumentName} from './instrument-name.ts'
import {listCapital} from './list-capital.ts'
import {listConjunction} from './list-conjunction.ts'
import {listPunctuation} from './list-punctuation.ts'
import {listSingle} from './list-single.ts'
import {meetingOrSession} from './meeting-or-session.ts'
import {money} from './money.ts'
import {nonBreakingSpace} from './non-breaking-space.ts'
import {perCent} from './per-cent.ts'
import {placeholder} from './placeholder.ts'
import {punctuationDouble} from './punctuation-double.ts'
import {quotationMarks} from './quotation-marks.ts'
import {raisedOrdinals} from './raised-ordinals.ts'
import {spaceAfterMark} from './space-after-mark.ts'
import {spaceBeforeMark} from './space-before-mark.ts'
import {spaceDouble} from './space-double.ts'
import {spelling} from './spelling.ts'
import {typedReference} from './typed-reference.ts'
import {unaccentedCapitals} from './unaccented-capitals.ts'

/** Every house rule about the words of a file. */
export const wordsRules: readonly WordsRule[] = [
  amendmentSpace,
  dateForm,
  dayRange,
  glossaryTerm,
  instrumentName,
  listCapital,
  listConjunction,
  listPunctuation,
  listSingle,
  meetingOrSession,
  money,
  nonBreakingSpace,
  perCent,
  placeholder,
  punctuationDouble,
  quotationMarks,
  raisedOrdinals,
  spaceAfterMark,
  spaceBeforeMark,
  spaceDouble,
  spelling,
  typedReference,
  unaccentedCapitals,
]
