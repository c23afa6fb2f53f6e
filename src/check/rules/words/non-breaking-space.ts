import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordStart} from './matches.ts'

/**
 * A number does not part from the abbreviation, the word or the month that it belongs to.
 * Source: house style, section 3 (unconfirmed).
 */
export const nonBreakingSpace = defineWordsRule(
  'non-breaking-space',
  'warning',
  ({passages}, setting, report) => {
    const {usage, labels} = setting
    const before = `${wordStart}(?:${anyOf(usage['joined-before-number'])}) (?=\\(?[\\dIVX])`
    const after = `\\d (?=(?:${anyOf([...usage['joined-after-number'], ...labels.months])})(?![\\p{L}]))`
    const pattern = new RegExp(`(?:${before}|${after})`, 'gu')
    for (const passage of passages)
      for (const {end, text} of matches(passage, pattern)) {
        const next = /^\S*/.exec(passage.text.slice(end))?.[0] ?? ''
        report(
          passage,
          {start: end - 1, end},
          `A line may end between ${quote(text.trim())} and ${quote(next)}. Put a non-breaking space between them.`,
          '\u00a0',
        )
      }
  },
  {leavesQuoted: true},
)
