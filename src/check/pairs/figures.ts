import {type Labels, ordinalWord} from '../../resolve/index.ts'
import {monthsInDates} from '../rules/words/dates-in.ts'
import {matches} from '../rules/words/matches.ts'
import type {Reading, Word} from './reading.ts'
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

// With what parts its groups and decimals. A space parts groups of three figures behind one to three, and nothing else.
const number = /(?<![\d.,])\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*/gu
const roman = /^(?:[IVX]{2,}|V)$/
const numericDate = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-])/gu

/**
 * The numbers of a text: figures, Roman figures from II on, months of dates, numbers in words.
 *
 * @param reading  of a unit
 * @returns in no order
 */
export function figuresIn({text, words}: Pick<Reading, 'text' | 'words'>, tongue: Tongue): Figure[] {
  const months = monthsInDates(tongue)(text).map(({text: written, month}): Figure => {
    return {text: written, value: `month ${month}`, form: 'month'}
  })
  const dated: Figure[] = []
  const rest = text.replace(numericDate, (whole, day: string, _, month: string, year: string) => {
    dated.push({text: whole, value: `month ${Number(month)}`, form: 'month'})
    return `${day} ${year}`
  })
  return [
    ...months,
    ...dated,
    ...matches({text: rest}, number).flatMap(({text: written}) => figuresOf(written)),
    ...words.flatMap(({text: written}): Figure[] =>
      roman.test(written) ? [{text: written, value: written, form: 'roman'}] : [],
    ),
    ...numeralsIn(words, tongue),
  ]
}

/**
 * A number in its parts: 14.35 is 14 and 35, and 12.30 what 12h30 is. Groups of three figures are one part, whatever is
 * between them, and no part is of noughts alone: “9 h” is 09.00.
 */
function figuresOf(written: string): Figure[] {
  const parts = written
    .replace(/[\u00a0\u202f ]/g, '')
    .replace(/(?<=^\d{1,3}(?:[.,]\d{3})*)[.,](?=\d{3}(?:[.,]|$))/g, '')
    .split(/[.,]/)
  return parts
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .filter((part, at) => part !== '0' || (at === 0 && written === '0'))
    .map((value): Figure => ({text: written, value, form: 'figures'}))
}

interface Numerals {
  values: Map<string, string>
  /** First words of those that have several: “vingt et un”. */
  firsts: Set<string>
}

const numerals = new WeakMap<object, Numerals>()

function numeralsIn(words: readonly Word[], {usage, labels}: Tongue): Figure[] {
  if (!usage.numerals) return []
  const known = numerals.get(usage.numerals) ?? numeralsOf(usage.numerals, labels)
  numerals.set(usage.numerals, known)
  const found: Figure[] = []
  for (let at = 0; at < words.length; at++) {
    const length = known.firsts.has(words[at]?.small ?? '') ? mostWords : 1
    for (let count = length; count > 0; count--) {
      const value = known.values.get(joined(words, at, count))
      if (value === undefined) continue
      const text = words
        .slice(at, at + count)
        .map((word) => word.text)
        .join(' ')
      found.push({text, value, form: 'words'})
      at += count - 1
      break
    }
  }
  return found
}

function joined(words: readonly Word[], at: number, count: number): string {
  if (count === 1) return words[at]?.small ?? ''
  return words
    .slice(at, at + count)
    .map(({small}) => small)
    .join(' ')
}

// “Cinquante et unième”.
const mostWords = 3
// Later meetings are not named in words.
const lastOrdinal = 99

/** The words of a language by what they are worth, with the ordinals that it makes by rules. */
function numeralsOf(listed: Record<string, string[]>, labels: Labels): Numerals {
  const ordinals = Array.from({length: lastOrdinal}, (_, before): [string, string] => [
    ordinalWord(labels, before + 1) ?? '',
    String(before + 1),
  ])
  const all = [
    ...ordinals,
    ...Object.entries(listed).flatMap(([value, words]) =>
      words.map((word): [string, string] => [word, value]),
    ),
  ]
  const values = new Map(all.map(([word, value]) => [word.toLowerCase(), value]))
  values.delete('')
  const firsts = new Set(
    [...values.keys()].flatMap((word) => (word.includes(' ') ? (word.split(' ')[0] ?? '') : [])),
  )
  return {values, firsts}
}
