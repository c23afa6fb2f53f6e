import type {Spell} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {listNodes} from './lists.ts'
import {phrase} from './phrases.ts'

/** Year, month from 1, day from 1. */
interface Day {
  year: string
  month: number
  day: number
}

function parts(iso: string): Day {
  const [year = '', month = '', day = ''] = iso.split('-')
  return {year, month: Number(month), day: Number(day)}
}

/**
 * A date in the language's own way: 6 July 2009 · 6 juillet 2009 · 6 de julio de 2009.
 *
 * @param iso  such as `2009-07-06`
 */
export function dateNodes(context: Context, iso: string): InlineNode[] {
  const {year, month, day} = parts(iso)
  return phrase(context, 'date', {day: dayNodes(context, day), month: monthName(context, month), year})
}

/** A date that no end of a line parts, for a narrow column; a sentence has room to break before the year. */
export function wholeDateNodes(context: Context, iso: string): InlineNode[] {
  return dateNodes(context, iso).map((node) =>
    node.type === 'text' ? {...node, value: node.value.replaceAll(' ', '\u00a0')} : node,
  )
}

/** The shortest form of a range: within a month, within a year, or two whole dates. */
export function dateRangeNodes(context: Context, fromIso: string, toIso: string): InlineNode[] {
  if (fromIso === toIso) return dateNodes(context, fromIso)
  const from = parts(fromIso)
  const to = parts(toIso)
  if (from.year !== to.year)
    return phrase(context, 'date-range', {from: dateNodes(context, fromIso), to: dateNodes(context, toIso)})
  const values = {
    first: dayNodes(context, from.day),
    last: dayNodes(context, to.day),
    month: monthName(context, to.month),
    year: to.year,
  }
  if (from.month === to.month) return phrase(context, 'date-range-in-month', values)
  return phrase(context, 'date-range-in-year', {...values, from_month: monthName(context, from.month)})
}

/**
 * The days of a meeting in one or more spells: 20-22 and 24-26 April 2009. The month stands once where it is that of all
 * days, the year once where it is.
 */
export function spellNodes(context: Context, spells: readonly Spell[]): InlineNode[] {
  const last = spells.at(-1)
  if (!last) return []
  const {year, month} = parts(last.ends)
  const isOf = (iso: string): boolean => parts(iso).year === year
  const hasOneYear = spells.every(({starts, ends}) => isOf(starts) && isOf(ends))
  const hasOneMonth =
    hasOneYear &&
    spells.every(({starts, ends}) => parts(starts).month === month && parts(ends).month === month)
  const words = spells.map(({starts, ends}, index) =>
    index === spells.length - 1 || !hasOneYear
      ? dateRangeNodes(context, starts, ends)
      : yearlessNodes(context, parts(starts), parts(ends), hasOneMonth),
  )
  return listNodes(context, words)
}

/** Days before others of the same year, and perhaps of the same month. */
function yearlessNodes(context: Context, from: Day, to: Day, isMonthSaidLater: boolean): InlineNode[] {
  const values = {
    first: dayNodes(context, from.day),
    last: dayNodes(context, to.day),
    from_month: monthName(context, from.month),
    month: monthName(context, to.month),
  }
  if (from.month !== to.month) return phrase(context, 'days-over-months', values)
  const days = from.day === to.day ? values.first : phrase(context, 'days', values)
  return isMonthSaidLater ? days : phrase(context, 'days-in-month', {days, month: values.month})
}

/** Year of an ISO date. */
export function yearOf(iso: string): string {
  return parts(iso).year
}

/** A range of times of day: 9h30-10h30 · 9 h 30 – 10 h 30. */
export function timeRangeNodes(context: Context, from: string, to: string): InlineNode[] {
  const time = (clock: string): InlineNode[] => {
    const [hour = '', minute = ''] = clock.split(':')
    return phrase(context, 'time', {hour: String(Number(hour)), minute})
  }
  return phrase(context, 'time-range', {from: time(from), to: time(to)})
}

/** A date in digits alone: 22/05/2009. */
export function numericDateNodes(context: Context, iso: string): InlineNode[] {
  const [year = '', month = '', day = ''] = iso.split('-')
  return phrase(context, 'date-numeric', {day, month, year})
}

function dayNodes(context: Context, day: number): InlineNode[] {
  if (day === 1) return phrase(context, 'first-day')
  return [{type: 'text', value: String(day)}]
}

function monthName(context: Context, month: number): string {
  return context.labels.months[month - 1] ?? ''
}

/** Month and year alone: October 2008 · octobre 2008 · octubre de 2008. */
export function monthNodes(context: Context, iso: string): InlineNode[] {
  const {year, month} = parts(iso)
  return phrase(context, 'month-date', {month: monthName(context, month), year})
}
