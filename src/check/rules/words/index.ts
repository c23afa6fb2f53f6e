import type {WordsRule} from '../../types.ts'
import {amendmentSpace} from './amendment-space.ts'
import {annexNamed} from './annex-named.ts'
import {dateAmbiguous} from './date-ambiguous.ts'
import {dateForm} from './date-form.ts'
import {dateImpossible} from './date-impossible.ts'
import {dayRange} from './day-range.ts'
import {glossaryTerm} from './glossary-term.ts'
import {instrumentName} from './instrument-name.ts'
import {leadIn} from './lead-in.ts'
import {listCapital} from './list-capital.ts'
import {listConjunction} from './list-conjunction.ts'
import {listPunctuation} from './list-punctuation.ts'
import {listSingle} from './list-single.ts'
import {meetingOrSession} from './meeting-or-session.ts'
import {money} from './money.ts'
import {nonBreakingSpace} from './non-breaking-space.ts'
import {pastedLetters} from './pasted-letters.ts'
import {perCent} from './per-cent.ts'
import {placeholder} from './placeholder.ts'
import {punctuationDouble} from './punctuation-double.ts'
import {quotationMarks} from './quotation-marks.ts'
import {quotationOpen} from './quotation-open.ts'
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
  annexNamed,
  dateAmbiguous,
  dateForm,
  dateImpossible,
  dayRange,
  glossaryTerm,
  instrumentName,
  leadIn,
  listCapital,
  listConjunction,
  listPunctuation,
  listSingle,
  meetingOrSession,
  money,
  nonBreakingSpace,
  pastedLetters,
  perCent,
  placeholder,
  punctuationDouble,
  quotationMarks,
  quotationOpen,
  raisedOrdinals,
  spaceAfterMark,
  spaceBeforeMark,
  spaceDouble,
  spelling,
  typedReference,
  unaccentedCapitals,
]
