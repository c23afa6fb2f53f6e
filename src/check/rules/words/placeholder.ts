import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, isWithin, matches, wordEnd, wordStart} from './matches.ts'

/**
 * No XX, TBC or […] is typed: the build prints XX where a number is not assigned, and a hint stands for missing words.
 * Source: house style, R14 (K0, K26, K29).
 */
export const placeholder = defineWordsRule(
  'placeholder',
  'error',
  ({passages}, setting, report) => {
    const pattern = new RegExp(
      `(?:${wordStart}|(?<=\\d\\.))(?:${anyOf(setting.usage.placeholders)})${wordEnd}`,
      'gu',
    )
    for (const passage of passages)
      for (const {start, end, text} of matches(passage, pattern)) {
        if (isWithin(passage, start, end, setting.usage['no-placeholders'])) continue
        report(
          passage,
          {start, end},
          `${quote(text)} is typed where words or a number are missing. Write “:hint[what is to be written]”; for a number that is not known, name the document or decision (“:document[…]”, “:decision[…]”), and the build prints XX until it is.`,
        )
      }
  },
  {leavesQuoted: true},
)
