import type {ContributionFact, FundingFact} from '../../resolve/index.ts'
import type {Context} from '../context.ts'
import {moneyNodes} from '../numbers.ts'
import type {Print} from './print.ts'

/** What had been pledged of a contribution on a day, and what had been received; a withdrawn one counts for nothing. */
function stateOf({amount, entries}: ContributionFact, date: string): {pledged: number; received: number} {
  const known = entries.filter((entry) => entry.date <= date)
  const received = known
    .filter(({status}) => status === 'received')
    .reduce((sum, entry) => sum + (entry.amount ?? amount), 0)
  const isWithdrawn = known.at(-1)?.status === 'withdrawn'
  if (known.length === 0) return {pledged: 0, received: 0}
  return {pledged: isWithdrawn ? received : amount, received}
}

interface Sums {
  sought: number | undefined
  pledged: number
  received: number
}

function sumsOf({appeal, contributions = []}: FundingFact, date: string): Sums {
  const states = contributions.map((contribution) => stateOf(contribution, date))
  return {
    sought: appeal && appeal.date <= date ? appeal.amount : undefined,
    pledged: states.reduce((sum, {pledged}) => sum + pledged, 0),
    received: states.reduce((sum, {received}) => sum + received, 0),
  }
}

/** A sum of the funds; an example where any record behind it is one. */
function funds(amount: (sums: Sums) => number | undefined): Print {
  return (context: Context) => {
    const fact = context.plan.subject.funding
    if (!fact) return undefined
    const {appeal, contributions = [], currency} = fact.value
    const value = amount(sumsOf(fact.value, context.plan.asOf))
    if (value === undefined) return undefined
    const known = contributions.filter(({entries}) => entries.some(({date}) => date <= context.plan.asOf))
    const isExample = [appeal, ...known].some((record) => record?.example)
    return {nodes: moneyNodes(context, value, currency), fact, isExample}
  }
}

/** Facts of funding.yaml by name. Pledged funds include those received. */
export const fundingFacts: ReadonlyMap<string, Print> = new Map([
  ['funds-sought', funds(({sought}) => sought)],
  ['funds-pledged', funds(({pledged}) => pledged)],
  ['funds-received', funds(({received}) => received)],
  [
    'funds-lacking',
    funds(({sought, pledged}) => (sought === undefined ? undefined : Math.max(0, sought - pledged))),
  ],
])
