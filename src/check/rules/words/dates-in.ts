import type {Setting} from '../../types.ts'
import type {Passage} from '../../words/index.ts'
import type {WrittenDay} from './calendar.ts'
import {anyOf, inAnyCase, type Match, matches} from './matches.ts'
import {isInAddress, isNumberOf, isQuoted} from './surroundings.ts'

/** A date that is written with the name of its month. */
export interface NamedDate extends Match, WrittenDay {
  /** Days that are joined to it: 28 of “28-31 June”. */
  others: number[]
  /** Place of the day of the week before it in the week, from 0 for Monday. */
  weekday?: number | undefined
}

/** A date that is written with figures only, and their order. */
export interface NumericDate extends Match {
  form: 'year-first' | 'year-last' | 'short-year'
  first: number
  second: number
  year: number
}

const letters = 'A-Za-zÀ-ÖØ-öø-ɏ'
const space = '[ \\u00a0]'
const ordinal = '(?:st|nd|rd|th|er|re|\\.?[ºª°o])?'
const day = `\\d{1,2}${ordinal}`
/**
 * Finds dates with the name of their month, also shortened or without its accents; what is quoted, and numbers of
 * documents, are none.
 *
 * @param setting  whose months and days of the week are looked for
 * @returns what looks at a passage
 */
export function namedDates(setting: Setting): (passage: Passage) => NamedDate[] {
  const known = finders.get(setting.usage) ?? finderOf(setting)
  finders.set(setting.usage, known)
  return known
}

// Patterns with so many words take longer to prepare than a file to look through: once for each language.
const finders = new WeakMap<Setting['usage'], (passage: Passage) => NamedDate[]>()

function finderOf({labels, usage}: Setting): (passage: Passage) => NamedDate[] {
  const months = labels.months.map(withoutAccents)
  const weekdays = usage.dates.weekdays.map(withoutAccents)
  const {named, dayFirst, monthFirst} = patternsOf(months, weekdays, usage)
  return (passage) => {
    if (!/\d/.test(passage.text)) return []
    const folded = {...passage, text: withoutAccents(passage.text)}
    if (!named.test(folded.text)) return []
    const isNone = ({start, end}: Match): boolean =>
      isQuoted(passage, start) ||
      isInAddress(passage, {start, end}) ||
      isNumberOf(passage, start, usage['joined-before-number'])
    const found = [
      ...matches(folded, dayFirst).map((match) => [match, match.groups] as const),
      ...matches(folded, monthFirst).map((match) => {
        const [weekday, month, others, last, year] = match.groups
        return [match, [weekday, others, last, month, year]] as const
      }),
    ]
    return found.flatMap(([match, [weekday = '', others = '', last = '', month = '', year]]) =>
      isNone(match)
        ? []
        : {
            ...match,
            text: passage.text.slice(match.start, match.end),
            day: Number.parseInt(last, 10),
            month: placeOf(months, month) + 1,
            year: year ? Number(year) : undefined,
            others: (others.match(/\d{1,2}/g) ?? []).map(Number),
            weekday: weekday === '' ? undefined : placeOf(weekdays, weekday),
          },
    )
  }
}

/** The name of a month beside a figure: that of a date, with its day or its year. */
export interface MonthInDate extends Match {
  /** From 1. */
  month: number
}

/**
 * Finds the months of dates, also of those without a day; “May” and “mars” among other words are none.
 *
 * @param setting  whose months are looked for
 * @returns what looks at a text
 */
export function monthsInDates(setting: Pick<Setting, 'labels' | 'usage'>): (text: string) => MonthInDate[] {
  const known = monthFinders.get(setting.usage) ?? monthFinderOf(setting)
  monthFinders.set(setting.usage, known)
  return known
}

const monthFinders = new WeakMap<Setting['usage'], (text: string) => MonthInDate[]>()

function monthFinderOf({
  labels,
  usage: {dates},
}: Pick<Setting, 'labels' | 'usage'>): (text: string) => MonthInDate[] {
  const months = labels.months.map(withoutAccents)
  const ofMonth = `(?:${space}(?:${anyOf(dates.of)})?${space}?|[-.]${space}?)`
  const before = `(?<=\\d${ordinal}${ofMonth})`
  const name = `(?<![${letters}])(${namesOf(months)})`
  const behind = `(?=\\.?,?(?:${space}|-)(?:(?:${anyOf(dates.of)})${space})?\\d)`
  const pattern = new RegExp(`${before}${name}|${name}${behind}`, 'gu')
  const some = new RegExp(months.map((month) => month.slice(0, 3)).join('|'), 'i')
  return (text) =>
    /\d/.test(text) && some.test(withoutAccents(text))
      ? matches({text: withoutAccents(text)}, pattern).map((match) => ({
          ...match,
          text: text.slice(match.start, match.end),
          month: placeOf(months, match.groups.find((group) => group !== undefined) ?? '') + 1,
        }))
      : []
}

/** Patterns of a language: whether a month is named, and dates with the day or the month first. */
function patternsOf(
  months: readonly string[],
  weekdays: readonly string[],
  {dates: {joints, of, the}}: Setting['usage'],
): {named: RegExp; dayFirst: RegExp; monthFirst: RegExp} {
  const names = namesOf(months)
  const article = `(?:(?:${anyOf(the)})${space})?`
  const week = `(?:(${inAnyCase([...weekdays, ...shortened(weekdays)]).join('|')})\\.?,?${space}${article})?`
  // What joins days surely: a dash, a comma, “to”, “and” and the like.
  const joint = `(?:${space}?[-–—/]${space}?|,${space}|${space}(?:${anyOf(joints)})${space}${article})`
  const days = `((?:${day}${joint}){0,5})(${day})`
  const ofMonth = `(?:${space}(?:${anyOf(of)})?${space}?|[-.]${space}?)`
  const year = `(?:(?:,?${space}|[-.])(?:(?:${anyOf(of)})${space})?(\\d{4}))?(?![\\d${letters}])`
  return {
    named: new RegExp(names, 'u'),
    dayFirst: new RegExp(
      `(?<![\\d${letters}.,:/+–-])${week}${days}${ofMonth}(${names})(?:\\.(?=[ \\u00a0]?\\d))?${year}`,
      'gu',
    ),
    monthFirst: new RegExp(
      `(?<![${letters}\\d-])${week}(${names})\\.?${space}${days}(?:(?:,${space}?|${space})(\\d{4})(?![\\d${letters}])|(?=[.;:)](?!\\d)|$))`,
      'gu',
    ),
  }
}

/** Which of some names was written, in capitals or not, or shortened. */
function placeOf(names: readonly string[], written: string): number {
  return names.findIndex((name) => name.toLowerCase().startsWith(written.toLowerCase()))
}

// Between other figures or letters they are a symbol, a telephone number or a decimal.
const [before, after] = [`(?<![${letters}\\d.,:/+_–-])`, `(?![${letters}\\d/_–-]|[.,:]\\d)`]
const [number, fullYear] = ['(\\d{1,2})', '((?:19|20)\\d{2})']
const yearLast = new RegExp(`${before}${number}([/.-])${number}\\2${fullYear}${after}`, 'gu')
const shortYear = new RegExp(`${before}(\\d{2})(/)(\\d{2})/(\\d{2})${after}`, 'gu')
const yearFirst = new RegExp(`${before}${fullYear}([/.-])${number}\\2${number}${after}`, 'gu')

/** Dates of figures only: 05/06/2008, 12.13.2008, 2008/13/45; numbers of documents and addresses are none. */
export function numericDates(passage: Passage, {usage}: Setting): NumericDate[] {
  const {text} = passage
  if (!/\d[/.-]\d/.test(text)) return []
  const isOurs = (match: Match): boolean =>
    !isQuoted(passage, match.start) &&
    !isInAddress(passage, match) &&
    !isNumberOf(passage, match.start, usage['joined-before-number'])
  return [
    ...matches(passage, yearLast)
      .filter(isOurs)
      .map((match) => ({
        ...match,
        form: 'year-last' as const,
        first: Number(match.groups[0]),
        second: Number(match.groups[2]),
        year: Number(match.groups[3]),
      })),
    ...matches(passage, shortYear)
      .filter(isOurs)
      .map((match) => ({
        ...match,
        form: 'short-year' as const,
        first: Number(match.groups[0]),
        second: Number(match.groups[2]),
        year: 2000 + Number(match.groups[3]),
      })),
    ...matches(passage, yearFirst)
      .filter(isOurs)
      .map((match) => ({
        ...match,
        form: 'year-first' as const,
        first: Number(match.groups[2]),
        second: Number(match.groups[3]),
        year: Number(match.groups[0]),
      })),
  ]
}

/** A date in the words of the language, ready to be written. */
export function inWords({day: number, month, year}: WrittenDay, {date, labels}: Setting): string {
  return date
    .replace('{day}', String(number))
    .replace('{month}', labels.months[month - 1] ?? '')
    .replace('{year}', String(year))
}

/** The names of the months and what they are shortened to, with the capital that the language gives them, or more. */
function namesOf(months: readonly string[]): string {
  const forms = [...months, ...shortened(months)].flatMap((name) => [
    name,
    name.slice(0, 1).toUpperCase() + name.slice(1),
    name.toUpperCase(),
  ])
  return `(?:${[...new Set(forms)].sort((a, b) => b.length - a.length).join('|')})(?![${letters}])`
}

/** The same number of characters, without accents, so that places stay the same. */
function withoutAccents(text: string): string {
  return text.replace(/[À-ÖØ-öø-ÿ]/g, (letter) => letter.normalize('NFD')[0] ?? letter)
}

/** The beginnings of names that are of one name alone: Sept, févr. */
function shortened(names: readonly string[]): string[] {
  const lengths = [3, 4, 5]
  return names.flatMap((name) =>
    lengths
      .filter((length) => length < name.length)
      .map((length) => name.slice(0, length))
      .filter((start) => names.filter((other) => other.startsWith(start)).length === 1),
  )
}
