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
    const [, before = '', behind = ''] =
      /^([^\d]*)\d.*?([^\d]*)$/.exec(write.replaceAll('\u00a0', ' ')) ?? []
    const amounts = new RegExp(`${wordStart}${anyOf([before])}${digitsOf}${anyOf([behind])}`, 'gu')
    const signs = new RegExp(`(?<![A-Za-z])(?:${anyOf(not)})(?![\\p{L}])`, 'gu')
    for (const passage of passages) {
      for (const {start, end, text} of matches(passage, signs))
        report(
          passage,
          {start, end},
          `${quote(text)} is not how documents name the currency. Write it as in ${quote(write)}.`,
        )
      const named = before + behind === '' ? [] : matches(passage, amounts)
      for (const {start, end, groups} of named) {
        const [digits = ''] = groups
        const right = grouped(digits, setting.numberGroup)
        if (right === undefined || right === digits.replaceAll('\u202f', '\u00a0')) continue
        const amount = passage.text.slice(start, end)
        report(
          passage,
          {start, end},
          `The digits of ${quote(amount)} are not grouped as this language groups them. Write ${quote(amount.replace(digits, () => right))}.`,
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
