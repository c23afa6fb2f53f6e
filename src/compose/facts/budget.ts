import type {Budget} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {moneyNodes} from '../numbers.ts'
import {phrase} from '../phrases.ts'
import type {Print} from './print.ts'

/** Sum of what the activities of a source cost; of all where none is given. */
export function costOf({activities}: Budget, source?: string): number {
  return activities
    .filter((activity) => source === undefined || activity.source === source)
    .reduce((sum, {cost}) => sum + cost, 0)
}

/** Working days of the Secretariat for all activities. */
export function daysOf({activities}: Budget): number {
  return activities.reduce((sum, {days}) => sum + days, 0)
}

function fromBudget(print: (context: Context, budget: Budget) => InlineNode[]): Print {
  return (context) => {
    const yaml = (context.plan.proposed ?? context.plan.subject).facts.budget
    if (!yaml || yaml.value.date > context.plan.asOf) return undefined
    return {nodes: print(context, yaml.value), yaml, isExample: yaml.value.example === true}
  }
}

function cost(source?: string): Print {
  return fromBudget((context, budget) => moneyNodes(context, costOf(budget, source), budget.currency))
}

/** Facts of budget.yaml by name. */
export const budgetFacts: ReadonlyMap<string, Print> = new Map([
  ['budget-total', cost()],
  ['budget-core', cost('core')],
  ['budget-external', cost('external')],
  ['budget-days', fromBudget((context, budget) => phrase(context, 'working-days', {count: daysOf(budget)}))],
])
