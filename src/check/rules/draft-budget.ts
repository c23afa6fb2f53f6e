import {defineRule} from '../define-rule.ts'

/** Forms of annexes whose adoption may cost something: those that hold draft decisions or a resolution. */
const drafts = new Set(['draft-decisions', 'pivot'])

/**
 * A document that proposes a resolution or decisions says what they cost and who pays: the table “::budget”.
 * Source: house style, R8 (not confirmed, so only a warning) and 10: it has no ground before CoP15. From when on it is
 * asked is the kind's.
 */
export const draftBudget = defineRule('draft-budget', 'warning', ({plan, compositions}, report) => {
  const forms = Object.values(plan.kind['annex-forms'] ?? {})
  if (!forms.some(({needs}) => needs?.directives?.includes('budget'))) return
  const {'costs-since': since} = plan.kind
  if (since && plan.meeting.starts < since) return
  const proposes = plan.annexes.find(({form}) => form?.needs?.directives?.some((name) => drafts.has(name)))
  if (!proposes) return
  for (const {directives, language} of compositions.values()) {
    if (directives.some(({name}) => name === 'budget')) continue
    const index = plan.annexes.indexOf(proposes)
    report(
      'This document proposes a resolution or decisions and does not say what they cost. Add an annex of the form “budget”, with “::budget” in it.',
      {path: plan.yaml.path, place: plan.yaml.data.locate(['annexes', index]), language: language.code},
    )
  }
})
