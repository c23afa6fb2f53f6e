import type {FactsDescription} from '../description-types.ts'
import type {Located} from '../located.ts'
import {budget} from './budget.ts'
import {comments} from './comments.ts'
import {consultancy} from './consultancy.ts'
import {decisions} from './decisions.ts'
import type {FactsDefinition} from './define-facts.ts'
import {funding} from './funding.ts'
import {notification} from './notification.ts'
import {outcome} from './outcome.ts'
import {defineOwnFacts} from './own-facts.ts'
import {participants} from './participants.ts'
import {programme} from './programme.ts'
import {recommendations} from './recommendations.ts'
import {replies} from './replies.ts'
import {surveys} from './surveys.ts'
import {tasks} from './tasks.ts'
import {workshop} from './workshop.ts'

/** Every sort of facts that a subject may have. */
export const sorts: readonly FactsDefinition[] = [
  decisions,
  tasks,
  notification,
  replies,
  funding,
  workshop,
  programme,
  participants,
  recommendations,
  consultancy,
  comments,
  outcome,
  budget,
  surveys,
]

/**
 * Our sorts of facts and those of a root's own.
 *
 * @param descriptions  of all sorts, by name
 */
export function sortsWith(descriptions: ReadonlyMap<string, Located<FactsDescription>>): FactsDefinition[] {
  const ours = new Set(sorts.map(({name}) => name))
  const own = [...descriptions].filter(([name]) => !ours.has(name))
  return [...sorts, ...own.map(([name, {value}]) => defineOwnFacts(name, value))]
}
