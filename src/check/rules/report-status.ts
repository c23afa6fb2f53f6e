import {error, quote} from '../../message/index.ts'
import {ruleFamily} from '../define-rule.ts'

/** A document that reports on a decision prints each of its provisions once: the table `::status`. House style, 6. */
export const reportStatus = ruleFamily('report-status', ['report-status'], ({plan, compositions}) => {
  const reported = plan.subject.decisions.value.decisions.find(
    (decision) => decision['reported-in'] === plan.path,
  )
  if (!reported) return []
  return [...compositions.values()].flatMap(({tree, directives, language}) => {
    if (directives.some(({name}) => name === 'status')) return []
    const reason = `This document reports on the decision ${quote(reported.id)} (“reported-in” in ${plan.subject.decisions.path}) and does not show its provisions. Add “::status” on a line of its own.`
    const path = tree.children[0]?.file ?? plan.fact.path
    return [error(reason, {path, ruleId: 'report-status', language: language.code})]
  })
})
