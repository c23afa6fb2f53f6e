import type {Tongue} from './tongue.ts'

/** A day, or a month of a year. */
export interface SheetDate {
  year: string
  /** From 1. */
  month: number
  day?: number
}

// Programs write the midnight with which a day begins.
const isoDay = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/
const figures = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/

/**
 * The date that a cell is, as a whole: 2009-07-06, 25/12/2009, or with the name of its month as the language of the
 * sheet writes it.
 *
 * @returns `two days` where it may be one of two: 05/06/2008
 */
export function dateIn(text: string, tongue: Tongue): SheetDate | 'two days' | undefined {
  const [, isoYear, isoMonth, isoDate] = isoDay.exec(text) ?? []
  if (isoYear !== undefined) return existing({year: isoYear, month: Number(isoMonth), day: Number(isoDate)})
  const [, first, , second, year = ''] = figures.exec(text) ?? []
  if (first !== undefined) {
    const dayFirst = existing({year, month: Number(second), day: Number(first)})
    const monthFirst = existing({year, month: Number(first), day: Number(second)})
    return dayFirst && monthFirst && first !== second ? 'two days' : (dayFirst ?? monthFirst)
  }
  return named(text, tongue)
}

function existing(date: SheetDate & {day: number}): SheetDate | undefined {
  const {year, month, day} = date
  if (month < 1 || month > 12 || day < 1) return undefined
  return day <= new Date(Date.UTC(Number(year), month, 0)).getUTCDate() ? date : undefined
}

function named(text: string, {date, monthDate, months}: Tongue): SheetDate | undefined {
  const month = '(\\p{L}+)'
  const whole = patternOf(date, {day: '(\\d{1,2})(?:er)?', month, year: '(\\d{4})'}).exec(text)
  const place = (name = ''): number =>
    months.findIndex((other) => other.toLowerCase() === name.toLowerCase()) + 1
  if (whole) {
    const [, day, name, year = ''] = whole
    return existing({year, month: place(name), day: Number(day)})
  }
  const [, name, year = ''] = patternOf(monthDate, {month, year: '(\\d{4})'}).exec(text) ?? []
  return name !== undefined && place(name) > 0 ? {year, month: place(name)} : undefined
}

/** A pattern such as `{day} de {month} de {year}`, with what stands for each of its names. */
function patternOf(pattern: string, parts: Readonly<Record<string, string>>): RegExp {
  const source = pattern
    .split(/(\{[a-z]+\})/)
    .map((piece) => parts[piece.slice(1, -1)] ?? piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('')
  return new RegExp(`^${source.replace(/[ \u00a0]/g, '[ \\u00a0]')}$`, 'u')
}

/** A date as a language writes it, as Markdown: no end of a line parts it. */
export function writeDate({year, month, day}: SheetDate, tongue: Tongue): string {
  const values: Record<string, string> = {
    day: day === 1 ? tongue.firstDay : String(day),
    month: tongue.months[month - 1] ?? '',
    year,
  }
  const pattern = day === undefined ? tongue.monthDate : tongue.date
  return pattern
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole)
    .replaceAll(' ', '\u00a0')
}
