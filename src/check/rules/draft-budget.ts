import {defineRule} from '../define-rule.ts'

/** Blocks that an annex whose adoption may cost something holds: draft decisions, or the pivot of a resolution. */
const drafts = new Set(['draft-decisions', 'pivot'])

/**
 * A document that proposes a resolution or decisions says what they cost and who pays: the table “::budget”.
 * Source: house style, R8 (not confirmed, so only a warning) and 10: it has no ground before CoP15. From when on it is
 * asked is the kind's; of a kind that does not say so it is not.
 */
export const draftBudget = defineRule('draft-budget', 'warning', ({plan, compositions}, report) => {
  const {'costs-since': since} = plan.kind
  if (since === undefined || plan.meeting.starts < since) return
  for (const {directives, language} of compositions.values()) {
    const proposing = directives.filter(({name}) => drafts.has(name)).map(({part}) => part)
    const index = plan.annexes.findIndex(({name}) => proposing.includes(name))
    if (index < 0 || directives.some(({name}) => name === 'budget')) continue
    report(
      'This document proposes a resolution or decisions and does not say what they cost. Add an annex of the form “budget”, with “::budget” in it.',
      {path: plan.yaml.path, place: plan.yaml.data.locate(['annexes', index]), language: language.code},
    )
  }
})
