import type {VFileMessage} from 'vfile-message'
import {collector, idsOnce, unknown} from '../findings.ts'
import {provisionReferences} from '../subjects.ts'
import type {Subject} from '../types.ts'

/** Findings about a budget: activities for no provision of the dossier, ids that occur twice. */
export function budgetFindings(subject: Subject): VFileMessage[] {
  const {messages, say} = collector()
  const {budget} = subject
  if (!budget) return messages
  const provisions = provisionReferences(subject)
  idsOnce(budget, ['activities'], budget.value.activities, 'activity', say)
  for (const [index, {provision}] of budget.value.activities.entries()) {
    if (!provisions.has(provision))
      say(
        budget,
        ['activities', index, 'provision'],
        'unknown-provision',
        unknown('provision', provision, provisions),
      )
  }
  return messages
}
