import {type Labels, ordinalWord} from '../../resolve/index.ts'
import {monthsInDates} from '../rules/words/dates-in.ts'
import {anyOf, inAnyCase, matches, wordEnd, wordStart} from '../rules/words/matches.ts'
import type {Tongue} from './types.ts'

/** A number of a unit, however it is written, or the month of a date. */
export interface Figure {
  /** As it stands there. */
  text: string
  /** What it is in every language: `20` of “twenty”, `25000` of “25.000”, `month 6` of “juin”. */
  value: string
  /** How it is written. */
  form: 'figures' | 'roman' | 'month' | 'words'
}

/** Numbers with what parts their groups and decimals; the parts of a date in figures by themselves. */
const number = /\d+(?:[.,]\d+)*/gu
// A space parts groups of three figures behind one to three, and nothing else.
const group = /(?<![\d.,])(\d{1,3})((?:[\u00a0\u202f ]\d{3})+)(?![\d])/gu
const roman = /(?<![\p{L}\p{M}\d'’-])(?:[IVX]{2,}|V)(?![\p{L}\p{M}\d-])/gu
const numericDate = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-])/gu

/**
 * The numbers of a text: figures, Roman figures from II on, months of dates, numbers in words.
 *
 * @param text  as a reading has it
 * @returns in no order
 */
export function figuresIn(text: string, tongue: Tongue): Figure[] {
  const months = monthsInDates(tongue)(text).map(({text: written, month}): Figure => {
    return {text: written, value: `month ${month}`, form: 'month'}
  })
  const dated: Figure[] = []
  const rest = text
    .replace(group, (whole) => whole.replace(/[\u00a0\u202f ]/g, ''))
    .replace(numericDate, (whole, day: string, _, month: string, year: string) => {
      dated.push({text: whole, value: `month ${Number(month)}`, form: 'month'})
      return `${day} ${year}`
    })
  return [
    ...months,
    ...dated,
    ...matches({text: rest}, number).flatMap(({text: written}) => figuresOf(written)),
    ...matches({text}, roman).map(({text: written}): Figure => {
      return {text: written, value: written, form: 'roman'}
    }),
    ...numeralsIn(text, tongue),
  ]
}

/**
 * A number in its parts: 14.35 is 14 and 35, and 12.30 what 12h30 is. Groups of three figures are one part, whatever is
 * between them, and no part is of noughts alone: “9 h” is 09.00.
 */
function figuresOf(written: string): Figure[] {
  const parts = written.replace(/(?<=^\d{1,3}(?:[.,]\d{3})*)[.,](?=\d{3}(?:[.,]|$))/g, '').split(/[.,]/)
  return parts
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .filter((part, at) => part !== '0' || (at === 0 && written === '0'))
    .map((value): Figure => ({text: written, value, form: 'figures'}))
}

const finders = new WeakMap<object, {pattern: RegExp; values: ReadonlyMap<string, string>}>()

function numeralsIn(text: string, {usage, labels}: Tongue): Figure[] {
  if (!usage.numerals) return []
  const {pattern, values} = finders.get(usage.numerals) ?? finderOf(usage.numerals, labels)
  return matches({text}, pattern).map(({text: written}): Figure => {
    const word = written.toLowerCase().replaceAll('\u00a0', ' ')
    return {text: written, value: values.get(word) ?? word, form: 'words'}
  })
}

function finderOf(
  numerals: Record<string, string[]>,
  labels: Labels,
): {pattern: RegExp; values: Map<string, string>} {
  const values = new Map(
    Object.entries(numerals).flatMap(([value, words]) =>
      words.map((word): [string, string] => [word.toLowerCase(), value]),
    ),
  )
  // The ordinals of meetings, which a language makes by rules.
  for (let ordinal = 1; ordinal <= lastOrdinal; ordinal++) {
    const word = ordinalWord(labels, ordinal)?.toLowerCase()
    if (word !== undefined && !values.has(word)) values.set(word, String(ordinal))
  }
  const pattern = new RegExp(`${wordStart}(?:${anyOf(inAnyCase([...values.keys()]))})${wordEnd}`, 'gu')
  finders.set(numerals, {pattern, values})
  return {pattern, values}
}

// Later meetings are not named in words.
const lastOrdinal = 99
