const millisecondsOfDay = 86_400_000

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / millisecondsOfDay

/**
 * The day that lies a number of days before another, on the calendar.
 *
 * @param iso  such as `2010-03-13`
 * @param days  such as 150
 * @returns such as `2009-10-14`
 */
export function daysBefore(iso: string, days: number): string {
  return new Date((dayOf(iso) - days) * millisecondsOfDay).toISOString().slice(0, 10)
}

/** How many days after one day another comes; negative when it comes before. */
export function daysBetween(fromIso: string, toIso: string): number {
  return dayOf(toIso) - dayOf(fromIso)
}
