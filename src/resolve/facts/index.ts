import type {Subject} from '../types.ts'
import {budget} from './budget.ts'
import {comments} from './comments.ts'
import {consultancy} from './consultancy.ts'
import {decisions} from './decisions.ts'
import type {FactsDefinition} from './define-facts.ts'
import {funding} from './funding.ts'
import {notification} from './notification.ts'
import {outcome} from './outcome.ts'
import {participants} from './participants.ts'
import {programme} from './programme.ts'
import {recommendations} from './recommendations.ts'
import {replies} from './replies.ts'
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
]

/** ISO dates on which something of a subject became known. */
export function datesOf(subject: Subject): string[] {
  return sorts.flatMap((sort) => sort.datesIn(subject))
}
