import type {Contribution, Funding} from './record-types.ts'

/** The sums of all contributions on a day, and what was sought, in whole units of the currency. */
export interface Sums {
  /** Undefined before the appeal. */
  sought: number | undefined
  pledged: number
  received: number
}

/** What had been pledged of a contribution on a day, and what had been received; a withdrawn one counts for nothing. */
export function contributionOn(
  {amount, entries}: Contribution,
  date: string,
): {pledged: number; received: number} {
  const known = entries.filter((entry) => entry.date <= date)
  const received = known
    .filter(({status}) => status === 'received')
    .reduce((sum, entry) => sum + (entry.amount ?? amount), 0)
  const isWithdrawn = known.at(-1)?.status === 'withdrawn'
  if (known.length === 0) return {pledged: 0, received: 0}
  return {pledged: isWithdrawn ? received : amount, received}
}

/** The funds of a subject as they stood on a day; what was pledged includes what was received. */
export function fundsOn({appeal, contributions = []}: Funding, date: string): Sums {
  const states = contributions.map((contribution) => contributionOn(contribution, date))
  return {
    sought: appeal && appeal.date <= date ? appeal.amount : undefined,
    pledged: states.reduce((sum, {pledged}) => sum + pledged, 0),
    received: states.reduce((sum, {received}) => sum + received, 0),
  }
}
