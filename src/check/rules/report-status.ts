import {quote} from '../../message/index.ts'
import {defineRule} from '../define-rule.ts'

/** A document that reports on a decision prints each of its provisions once: the table `::status`. House style, 6. */
export const reportStatus = defineRule('report-status', 'error', ({plan, compositions}, report) => {
  const reported = plan.subject.facts.decisions.value.decisions.find(
    (decision) => decision['reported-in'] === plan.path,
  )
  if (!reported) return
  for (const {tree, directives, language} of compositions.values()) {
    if (directives.some(({name}) => name === 'status')) continue
    report(
      `This document reports on the decision ${quote(reported.id)} (“reported-in” in ${plan.subject.facts.decisions.path}) and does not show its provisions. Add “::status” on a line of its own.`,
      {path: tree.children[0]?.file ?? plan.yaml.path, language: language.code},
    )
  }
})
