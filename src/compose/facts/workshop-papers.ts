import type {Fact} from '../../resolve/index.ts'
import {groupDigits} from '../numbers.ts'
import {phrase} from '../phrases.ts'
import {type Print, text} from './print.ts'

/** The persons of all delegations, from the end of the workshop on. */
const participants: Print = (context) => {
  const {participants: fact, workshop} = context.plan.subject
  if (!fact || !workshop || workshop.value.ends > context.plan.asOf) return undefined
  const sum = fact.value.participants.reduce((total, {persons}) => total + persons, 0)
  return {nodes: text(groupDigits(context, sum)), fact, isExample: fact.value.example === true}
}

/** How many recommendations the workshop adopted. */
const recommendations: Print = (context) => {
  const fact = context.plan.subject.recommendations
  if (!isKnown(fact, context.plan.asOf)) return undefined
  const nodes = text(groupDigits(context, fact.value.recommendations.length))
  return {nodes, fact, isExample: fact.value.example === true}
}

/** The working days of the consultant. */
const consultancyDays: Print = (context) => {
  const fact = context.plan.subject.consultancy
  if (!isKnown(fact, context.plan.asOf)) return undefined
  const nodes = phrase(context, 'working-days', {count: fact.value.days})
  return {nodes, fact, isExample: fact.value.example === true}
}

/** Whether facts with a date are known on a day. */
function isKnown<T extends {date: string}>(fact: Fact<T> | undefined, day: string): fact is Fact<T> {
  return fact !== undefined && fact.value.date <= day
}

/** Facts of participants.yaml, recommendations.yaml and consultancy.yaml by name. */
export const workshopPaperFacts: ReadonlyMap<string, Print> = new Map([
  ['participants', participants],
  ['recommendations', recommendations],
  ['consultancy-days', consultancyDays],
])
