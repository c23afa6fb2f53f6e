import type {Located} from '../../resolve/index.ts'
import {groupDigits} from '../numbers.ts'
import {phrase} from '../phrases.ts'
import {type Print, text} from './print.ts'

/** The persons of all delegations, from the end of the workshop on. */
const participants: Print = (context) => {
  const {participants: yaml, workshop} = context.plan.subject.facts
  if (!yaml || !workshop || workshop.value.ends > context.plan.asOf) return undefined
  const sum = yaml.value.participants.reduce((total, {persons}) => total + persons, 0)
  return {nodes: text(groupDigits(context, sum)), yaml, isExample: yaml.value.example === true}
}

/** How many recommendations the workshop adopted. */
const recommendations: Print = (context) => {
  const yaml = context.plan.subject.facts.recommendations
  if (!isKnown(yaml, context.plan.asOf)) return undefined
  const nodes = text(groupDigits(context, yaml.value.recommendations.length))
  return {nodes, yaml, isExample: yaml.value.example === true}
}

/** The working days of the consultant. */
const consultancyDays: Print = (context) => {
  const yaml = context.plan.subject.facts.consultancy
  if (!isKnown(yaml, context.plan.asOf)) return undefined
  const nodes = phrase(context, 'working-days', {count: yaml.value.days})
  return {nodes, yaml, isExample: yaml.value.example === true}
}

/** Whether facts with a date are known on a day. */
function isKnown<T extends {date: string}>(yaml: Located<T> | undefined, day: string): yaml is Located<T> {
  return yaml !== undefined && yaml.value.date <= day
}

/** Facts of participants.yaml, recommendations.yaml and consultancy.yaml by name. */
export const workshopPaperFacts: ReadonlyMap<string, Print> = new Map([
  ['participants', participants],
  ['recommendations', recommendations],
  ['consultancy-days', consultancyDays],
])
