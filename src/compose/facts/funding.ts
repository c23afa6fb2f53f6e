import {
  type Appeal,
  type Contribution,
  type Funding,
  fundsOn,
  type Located,
  type Sums,
} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {moneyNodes} from '../numbers.ts'
import {phrase} from '../phrases.ts'
import type {Print} from './print.ts'

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
  const sums = fundsOn(yaml.value, asOf)
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
    return {nodes: moneyNodes(context, value, yaml.value.currency), yaml, isExample, amount: value}
  }
}

/** What is sought and not pledged; undefined before the appeal. */
export function lackingOf({sought, pledged}: Sums): number | undefined {
  return sought === undefined ? undefined : Math.max(0, sought - pledged)
}

/** `funds-raised`: a clause that says what had been pledged and received, also where that is nothing or all of it. */
const raised: Print = (context) => {
  const known = knownFunds(context)
  if (!known) return undefined
  const {pledged, received} = known.sums
  const nodes = phrase(context, 'funds-raised', {
    promised: pledged === 0 ? 'none' : 'some',
    come: received === 0 ? 'none' : received < pledged ? 'some' : 'all',
    pledged: amountOf(context, known, pledged),
    received: amountOf(context, known, received),
  })
  return {nodes, yaml: known.yaml, isExample: known.isExample}
}

/** `funds-balance`: whole sentences about what was lacking, nothing, or more than was sought; undefined before the appeal. */
const balance: Print = (context) => {
  const known = knownFunds(context)
  const lacking = known && lackingOf(known.sums)
  if (!known || lacking === undefined) return undefined
  const {pledged, sought = 0} = known.sums
  const excess = Math.max(0, pledged - sought)
  const nodes = phrase(context, 'funds-balance', {
    balance: lacking > 0 ? 'lacking' : excess > 0 ? 'exceeded' : 'met',
    lacking: amountOf(context, known, lacking),
    excess: amountOf(context, known, excess),
  })
  return {nodes, yaml: known.yaml, isExample: known.isExample}
}

/** An amount inside a clause, which has the mark of an example as a whole. */
function amountOf(context: Context, {yaml}: KnownFunds, amount: number): InlineNode[] {
  return moneyNodes(context, amount, yaml.value.currency)
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
  ['funds-raised', raised],
  ['funds-balance', balance],
])
