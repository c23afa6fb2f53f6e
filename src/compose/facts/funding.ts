import type {Appeal, Contribution, Funding, Located} from '../../resolve/index.ts'
import type {Context} from '../context.ts'
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

/** The funds of a subject as they stood on a day. */
export interface KnownFunds {
  yaml: Located<Funding>
  contributions: Contribution[]
  appeal: Appeal | undefined
  sums: Sums
  /** Whether any record behind the sums is an example. */
  isExample: boolean
}

/** The funds of the subject that are known on the day; undefined where it has no such file. */
export function knownFunds({subject, asOf}: Context): KnownFunds | undefined {
  const yaml = subject.facts.funding
  if (!yaml) return undefined
  const contributions = (yaml.value.contributions ?? []).filter(({entries}) =>
    entries.some(({date}) => date <= asOf),
  )
  const appeal = yaml.value.appeal && yaml.value.appeal.date <= asOf ? yaml.value.appeal : undefined
  const states = contributions.map((contribution) => stateOf(contribution, asOf))
  const sums = {
    sought: appeal?.amount,
    pledged: states.reduce((sum, {pledged}) => sum + pledged, 0),
    received: states.reduce((sum, {received}) => sum + received, 0),
  }
  const isExample = [appeal, ...contributions].some((record) => record?.example)
  return {yaml, contributions, appeal, sums, isExample}
}

/** A sum of the funds; an example where any record behind it is one. */
function funds(amount: (sums: Sums) => number | undefined): Print {
  return (context) => {
    const known = knownFunds(context)
    const value = known && amount(known.sums)
    if (!known || value === undefined) return undefined
    const {yaml, isExample} = known
    return {nodes: moneyNodes(context, value, yaml.value.currency), yaml, isExample}
  }
}

/** What is sought and not pledged; undefined before the appeal. */
export function lackingOf({sought, pledged}: Sums): number | undefined {
  return sought === undefined ? undefined : Math.max(0, sought - pledged)
}

/** `funds-for-<line>`: the amount of one line of the appeal. */
export function fundsFor(context: Context, name: string): Print | undefined {
  const id = /^funds-for-(.+)$/.exec(name)?.[1]
  const yaml = context.subject.facts.funding
  const appeal = yaml?.value.appeal
  const line = appeal?.lines.find((candidate) => candidate.id === id)
  if (!yaml || !appeal || !line) return undefined
  if (appeal.date > context.asOf) return () => undefined
  const nodes = moneyNodes(context, line.amount, yaml.value.currency)
  return () => ({nodes, yaml, pointer: ['appeal'], record: line.id, isExample: appeal.example === true})
}

/** Facts of funding.yaml by name, but for those that templates/facts/ describes. Pledged funds include those received. */
export const fundingFacts: ReadonlyMap<string, Print> = new Map([
  ['funds-sought', funds(({sought}) => sought)],
  ['funds-pledged', funds(({pledged}) => pledged)],
  ['funds-received', funds(({received}) => received)],
  ['funds-lacking', funds(lackingOf)],
])
