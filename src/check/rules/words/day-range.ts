import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches} from './matches.ts'

/**
 * The first and the last day of a meeting are joined by a hyphen in English and Spanish, by a dash with spaces in French.
 * Source: house style, R18 and section 3 (K0, K1, K3, K8, K9).
 */
export const dayRange = defineWordsRule(
  'day-range',
  'warning',
  ({passages}, setting, report) => {
    const expected = setting.typography['day-range']
    if (expected === 'unknown') return
    const pattern = new RegExp(
      `(?<![\\d.,/])(\\d{1,2})([ \\u00a0]?[-–—][ \\u00a0]?)(\\d{1,2})(?=[ \\u00a0](?:de[ \\u00a0])?(?:${anyOf(setting.labels.months)}))`,
      'giu',
    )
    for (const passage of passages)
      for (const {start, text, groups} of matches(passage, pattern)) {
        const [first = '', join = ''] = groups
        if (join.replaceAll('\u00a0', ' ') === expected) continue
        const from = start + first.length
        const right = text.replace(join, expected)
        report(
          passage,
          {start: from, end: from + join.length},
          `The days ${quote(text)} are not joined as this language joins them. Write ${quote(right)}.`,
          expected,
        )
      }
  },
  {leavesQuoted: true},
)
