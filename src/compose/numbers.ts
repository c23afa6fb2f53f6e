import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {groupDigits} from './group-digits.ts'
import {phrase} from './phrases.ts'

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
