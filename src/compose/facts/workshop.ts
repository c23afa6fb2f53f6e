import type {Workshop, WorkshopWords} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateRangeNodes} from '../dates.ts'
import {groupDigits} from '../numbers.ts'
import {ownWords} from '../own-words.ts'
import {type Print, text} from './print.ts'

function fromWorkshop(print: (context: Context, value: Workshop) => InlineNode[]): Print {
  return (context) => {
    const yaml = context.plan.subject.facts.workshop
    if (!yaml || yaml.value['known-from'] > context.plan.asOf) return undefined
    return {nodes: print(context, yaml.value), yaml, isExample: yaml.value.example === true}
  }
}

function word(key: Exclude<keyof WorkshopWords, 'invitees'>): Print {
  return fromWorkshop((context) => {
    const words = context.plan.subject.words.workshop.get(context.language.code)
    return ownWords(context, words, [key], 'workshop')
  })
}

/** The places for all categories of those who are invited. */
const places: Print = (context) => {
  const yaml = context.plan.subject.facts.workshop
  if (!yaml?.value.invitees || yaml.value['known-from'] > context.plan.asOf) return undefined
  const sum = yaml.value.invitees.reduce((total, {places: number}) => total + number, 0)
  const isExample = yaml.value['invitees-example'] === true
  return {nodes: text(groupDigits(context, sum)), yaml, pointer: ['invitees'], isExample}
}

/** A number of those who took part, from the day on which it was known. */
function attendance(count: (attendance: NonNullable<Workshop['attendance']>) => number): Print {
  return (context) => {
    const yaml = context.plan.subject.facts.workshop
    const value = yaml?.value.attendance
    if (!yaml || !value || value['known-from'] > context.plan.asOf) return undefined
    const isExample = yaml.value.example === true
    return {nodes: text(groupDigits(context, count(value))), yaml, pointer: ['attendance'], isExample}
  }
}

/** Facts of workshop.yaml by name. */
export const workshopFacts: ReadonlyMap<string, Print> = new Map([
  ['workshop-dates', fromWorkshop((context, value) => dateRangeNodes(context, value.starts, value.ends))],
  ['workshop-title', word('title')],
  ['workshop-venue', word('venue')],
  ['workshop-city', word('city')],
  ['workshop-country', word('country')],
  ['workshop-host', word('host')],
  ['workshop-places', places],
  ['workshop-participants', attendance((value) => value['participants-more-than'])],
  ['workshop-countries', attendance(({countries}) => countries)],
])
