import type {InlineNode} from '../tree/index.ts'
import {cardinalOf, type PhraseValue} from './choose.ts'
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
  const counted = cardinalOf(context.language.code, amount)
  return phrase(context, 'money', {currency, amount: groupDigits(context, amount), counted})
}

/** What the phrase of a count may name: the number that chooses its form, and how a sentence writes it. */
export function countValues(context: Context, count: number): Record<string, PhraseValue> {
  return {count, number: phrase(context, 'number-in-words', {count})}
}
