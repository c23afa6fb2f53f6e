import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordStart} from './matches.ts'

/**
 * An amount stands beside the name of its currency, its digits in groups of three.
 * Source: house style, section 3 (K21 for English; French and Spanish unconfirmed).
 */
export const money = defineWordsRule(
  'money',
  'warning',
  ({passages}, setting, report) => {
    const {write, not} = setting.usage.money
    const digitsOf = `(\\d[\\d.,\\u00a0\\u202f' ]*\\d)`
    // A number is read from its first digit, and from there once.
    const isFirst = `(?=\\d)(?<!\\d[.,\\u00a0\\u202f' ]*)`
    const code = /[A-Z]{3}/.exec(write)?.[0] ?? ''
    const name = /^\d[\d.,]*[ \u00a0](\p{L}+)/u.exec(write)?.[1]
    const forms = [
      `${code}[ \\u00a0]${digitsOf}`,
      ...(name ? [`${isFirst}${digitsOf}[ \\u00a0]${anyOf([name])}`] : []),
    ]
    const amounts = new RegExp(`${wordStart}(?:${forms.join('|')})`, 'gu')
    const signs = new RegExp(`(?<![A-Za-z])(?:${anyOf(not)})(?![\\p{L}])`, 'gu')
    for (const passage of passages) {
      for (const {start, end, text} of matches(passage, signs))
        report(
          passage,
          {start, end},
          `${quote(text)} is not how documents name the currency. Write it as in ${quote(write)}.`,
        )
      for (const {start, end, groups} of matches(passage, amounts)) {
        const digits = groups.find((group) => group !== undefined) ?? ''
        const right = grouped(digits, setting.numberGroup)
        if (right === undefined || right === digits.replaceAll('\u202f', '\u00a0')) continue
        const amount = passage.text.slice(start, end)
        const written = amount.replace(digits, () => right)
        // Only the space is another: nothing can be meant but the amount that stands there.
        const isAlike = written.replaceAll('\u00a0', ' ') === amount.replaceAll(/[\u00a0\u202f]/g, ' ')
        report(
          passage,
          {start, end},
          `The digits of ${quote(amount)} are not grouped as this language groups them. Write ${quote(written)}.`,
          isAlike ? written : undefined,
        )
      }
    }
  },
  {leavesQuoted: true},
)

/** The number with groups of three digits, or undefined where it has decimals or is too short to have groups. */
function grouped(digits: string, separator: string): string | undefined {
  if (/[.,]\d{1,2}$|^0/.test(digits)) return undefined
  const plain = digits.replace(/\D/g, '')
  if (plain.length < 4) return undefined
  return plain.replace(/\B(?=(\d{3})+$)/g, separator === ' ' ? '\u00a0' : separator)
}
