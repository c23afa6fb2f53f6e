import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordBefore, wordStart} from './matches.ts'

/**
 * A number does not part from the abbreviation, the word or the month that it belongs to.
 * Source: house style, section 3 (unconfirmed).
 */
export const nonBreakingSpace = defineWordsRule(
  'non-breaking-space',
  'warning',
  ({passages}, setting, report) => {
    const {usage, labels} = setting
    // Looked ahead, so that the word in “1 Annex 2” counts for both numbers.
    const before = `${wordStart}(?:${anyOf(usage['joined-before-number'])}) (?=(\\(?(?:\\d|[IVX]+(?!\\p{L}))[^\\s,;:]*))`
    const after = `\\d (?=(${anyOf([...usage['joined-after-number'], ...labels.months])})(?![\\p{L}]))`
    const pattern = new RegExp(`(?:${before}|${after})`, 'gu')
    for (const passage of passages)
      for (const {start, end, groups} of matches(passage, pattern)) {
        const next = (groups[0] ?? groups[1] ?? '').replace(/[.?!]$/, '')
        const whole = wordBefore(passage, start) + passage.text.slice(start, end) + next
        report(
          passage,
          {start: end - 1, end},
          `A line may end inside ${quote(whole)}. Put a non-breaking space there.`,
          '\u00a0',
        )
      }
  },
  {leavesQuoted: true},
)
