import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {phrase} from './phrases.ts'

/** A whole number with the language's mark between thousands. */
export function groupDigits(context: Context, value: number): string {
  const mark = context.phrases.get('number-group') ?? ''
  const digits = String(Math.abs(value))
  const first = digits.length % 3
  const groups = first === 0 ? [] : [digits.slice(0, first)]
  for (let index = first; index < digits.length; index += 3) groups.push(digits.slice(index, index + 3))
  return (value < 0 ? '-' : '') + groups.join(mark)
}

/** A share in whole per cent, rounded. */
export function shareNodes(context: Context, part: number, whole: number): InlineNode[] {
  return phrase(context, 'share', {value: String(Math.round((part / whole) * 100))})
}

/**
 * An amount of money as the language writes it.
 *
 * @param amount  whole units
 * @param currency  such as `USD`
 */
export function moneyNodes(context: Context, amount: number, currency: string): InlineNode[] {
  return phrase(context, 'money', {currency, amount: groupDigits(context, amount)})
}
