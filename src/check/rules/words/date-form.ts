import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, inAnyCase, matches, passagesWith, wordEnd} from './matches.ts'

/**
 * A date is day, month, year; the month is written as the language writes it, in Spanish with “de” twice.
 * Source: house style, 2.3 and section 3 (K1, K3, K15).
 */
export const dateForm = defineWordsRule(
  'date-form',
  'warning',
  ({passages}, setting, report) => {
    const {months} = setting.labels
    const names = anyOf(months)
    const monthFirst = new RegExp(`(?<!\\d[ \\u00a0])(${names}) \\d{1,2}(?:st|nd|rd|th)?, \\d{4}`, 'gu')
    const ordinal = new RegExp(`\\d(?:st|nd|rd|th) (?:of )?(${names})${wordEnd}`, 'gu')
    const joined = joints(setting.date)
    // Without a word of its own, a language has nothing to leave out.
    const between = `[ \\u00a0]${joined.known.length > 0 ? `(?:(?:${anyOf(inAnyCase(joined.known))})[ \\u00a0])?` : ''}`
    const inAny = anyOf(inAnyCase(months))
    const capitalized = new RegExp(`(\\d${between})(${inAny})${wordEnd}`, 'gu')
    const whole = new RegExp(`\\d{1,2}(${between})(${inAny})(${between})\\d{4}(?!\\d)`, 'gu')
    const example = setting.date
      .replace('{day}', '6')
      .replace('{month}', months[6] ?? '')
      .replace('{year}', '2009')
    for (const passage of passagesWith(passages, months)) {
      for (const {start, end, text} of [...matches(passage, monthFirst), ...matches(passage, ordinal)])
        report(
          passage,
          {start, end},
          `The date ${quote(text)} is not in the order of this language. Write day, month, year, as in ${quote(example)}.`,
        )
      for (const {start, end, groups} of matches(passage, capitalized)) {
        const [before = '', month = ''] = groups
        const right = months.find((name) => name.toLowerCase() === month.toLowerCase())
        // “In 2009, 13 may be found”: the word is none of a date.
        const isOtherWord = month === month.toLowerCase() && /^[ \u00a0]\p{Ll}/u.test(passage.text.slice(end))
        if (right !== undefined && right !== month && !isOtherWord)
          report(
            passage,
            {start: start + before.length, end},
            `The month ${quote(month)} is not written so. Write ${quote(right)}.`,
          )
      }
      for (const {start, end, text, groups} of matches(passage, whole)) {
        const [first, , second] = groups.map((group = '') => group.trim())
        if (first === joined.beforeMonth && second === joined.beforeYear) continue
        report(
          passage,
          {start, end},
          `The date ${quote(text)} is not joined as this language joins it. Write it as in ${quote(example)}.`,
        )
      }
    }
  },
  {leavesQuoted: true},
)

/** The words of a date's pattern that stand before the month and before the year; empty where none does. */
function joints(pattern: string): {beforeMonth: string; beforeYear: string; known: string[]} {
  const [, beforeMonth = '', beforeYear = ''] = /\{day\}(.*)\{month\}(.*)\{year\}/.exec(pattern) ?? []
  const known = [beforeMonth.trim(), beforeYear.trim()].filter((word) => word !== '')
  return {beforeMonth: beforeMonth.trim(), beforeYear: beforeYear.trim(), known}
}
