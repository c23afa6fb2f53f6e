/** A day as it is written; the year may be left out. */
export interface WrittenDay {
  day: number
  /** From 1. */
  month: number
  year?: number | undefined
}

/** Whether there is such a day; 29 February is one where the year is not said. */
export function exists({day, month, year = 2000}: WrittenDay): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= daysIn(month, year)
}

/** How many days a month has, from 1 for January. */
export function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day of the week of a day that exists: 0 for Monday. */
export function weekdayOf({day, month, year = 2000}: WrittenDay): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}
