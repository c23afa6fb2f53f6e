import type {Appeal, Contribution, Funding} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes} from '../dates.ts'
import {moneyNodes} from '../numbers.ts'
import type {Print} from './print.ts'

/** What had been pledged of a contribution on a day, and what had been received; a withdrawn one counts for nothing. */
export function stateOf({amount, entries}: Contribution, date: string): {pledged: number; received: number} {
  const known = entries.filter((entry) => entry.date <= date)
  const received = known
    .filter(({status}) => status === 'received')
    .reduce((sum, entry) => sum + (entry.amount ?? amount), 0)
  const isWithdrawn = known.at(-1)?.status === 'withdrawn'
  if (known.length === 0) return {pledged: 0, received: 0}
  return {pledged: isWithdrawn ? received : amount, received}
}

/** The sums of all contributions on a day, and what was sought, in whole units of the currency. */
interface Sums {
  sought: number | undefined
  pledged: number
  received: number
}

/** What had been sought, pledged and received by a day. */
export function sumsOf({appeal, contributions = []}: Funding, date: string): Sums {
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
    const yaml = context.plan.subject.facts.funding
    if (!yaml) return undefined
    const {appeal, contributions = [], currency} = yaml.value
    const value = amount(sumsOf(yaml.value, context.plan.asOf))
    if (value === undefined) return undefined
    const known = contributions.filter(({entries}) => entries.some(({date}) => date <= context.plan.asOf))
    const isExample = [appeal, ...known].some((record) => record?.example)
    return {nodes: moneyNodes(context, value, currency), yaml, isExample}
  }
}

/** What is sought and not pledged; undefined before the appeal. */
export function lackingOf({sought, pledged}: Sums): number | undefined {
  return sought === undefined ? undefined : Math.max(0, sought - pledged)
}

function fromAppeal(print: (context: Context, appeal: Appeal) => InlineNode[] | undefined): Print {
  return (context) => {
    const yaml = context.plan.subject.facts.funding
    const appeal = yaml?.value.appeal
    if (!yaml || !appeal || appeal.date > context.plan.asOf) return undefined
    const nodes = print(context, appeal)
    return nodes && {nodes, yaml, pointer: ['appeal'], isExample: appeal.example === true}
  }
}

/** `funds-for-<line>`: the amount of one line of the appeal. */
export function fundsFor(context: Context, name: string): Print | undefined {
  const id = /^funds-for-(.+)$/.exec(name)?.[1]
  const funding = context.plan.subject.facts.funding
  const line = funding?.value.appeal?.lines.find((candidate) => candidate.id === id)
  if (!funding || !line) return undefined
  return fromAppeal(() => moneyNodes(context, line.amount, funding.value.currency))
}

/** Facts of funding.yaml by name. Pledged funds include those received. */
export const fundingFacts: ReadonlyMap<string, Print> = new Map([
  ['funds-sought', funds(({sought}) => sought)],
  ['funds-pledged', funds(({pledged}) => pledged)],
  ['funds-received', funds(({received}) => received)],
  ['funds-lacking', funds(lackingOf)],
  ['appeal-date', fromAppeal((context, {date}) => dateNodes(context, date))],
])
