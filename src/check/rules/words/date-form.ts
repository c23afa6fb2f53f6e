import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordEnd} from './matches.ts'

/**
 * A date is day, month, year; the month is written as the language writes it, in Spanish with “de” twice.
 * Source: house style, 2.3 and section 3 (K1, K3, K15).
 */
export const dateForm = defineWordsRule('date-form', 'warning', ({passages}, setting, report) => {
  const {months} = setting.labels
  const names = anyOf(months)
  const monthFirst = new RegExp(
    `(?<![\\d\\u00a0 ][ \\u00a0])(${names}) \\d{1,2}(?:st|nd|rd|th)?, \\d{4}`,
    'gu',
  )
  const capitalized = new RegExp(`(\\d[ \\u00a0](?:de[ \\u00a0])?)(${names})${wordEnd}`, 'giu')
  const ordinal = new RegExp(`\\d(?:st|nd|rd|th) (?:of )?(${names})${wordEnd}`, 'gu')
  const withoutDe = new RegExp(
    `\\d[ \\u00a0](${names})[ \\u00a0](?:de[ \\u00a0])?\\d{4}|\\d[ \\u00a0]de[ \\u00a0](${names})[ \\u00a0]\\d{4}`,
    'gu',
  )
  for (const passage of passages) {
    for (const {start, end, text} of [...matches(passage, monthFirst), ...matches(passage, ordinal)])
      report(
        passage,
        {start, end},
        `The date ${quote(text)} is not in the order of this language. Write day, month, year, as in ${quote(example(setting.language, months))}.`,
      )
    for (const {start, end, groups} of matches(passage, capitalized)) {
      const [before = '', month = ''] = groups
      const right = months.find((name) => name.toLowerCase() === month.toLowerCase())
      if (right !== undefined && right !== month)
        report(
          passage,
          {start: start + before.length, end},
          `The month ${quote(month)} is not written so. Write ${quote(right)}.`,
        )
    }
    if (setting.language !== 'es') continue
    for (const {start, end, text} of matches(passage, withoutDe))
      report(
        passage,
        {start, end},
        `The date ${quote(text)} lacks a “de”. Write it as in ${quote(example(setting.language, months))}.`,
      )
  }
})

function example(language: string, months: readonly string[]): string {
  const july = months[6] ?? ''
  return language === 'es' ? `6 de ${july} de 2009` : `6 ${july} 2009`
}
