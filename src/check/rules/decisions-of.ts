import type {Place} from '../../message/index.ts'
import type {DecisionRecord, DecisionWords, Usage} from '../../resolve/index.ts'
import type {Checked} from '../types.ts'

/** A decision that a document may print, with its words in one language. */
export interface CheckedDecision {
  decision: DecisionRecord
  words: {path: string; place: Place; value: DecisionWords}
  language: string
  usage: Usage
  /** Whether the document proposes it. */
  isProposed: boolean
}

/** The decisions of a document's subject, and those that it proposes, in each language that has their words. */
export function decisionsOf({plan, compositions, templates}: Checked): CheckedDecision[] {
  const subjects = plan.proposed ? [plan.subject, plan.proposed] : [plan.subject]
  return [...compositions.keys()].flatMap((language) => {
    const usage = templates.usage.get(language)?.value
    if (!usage) return []
    return subjects.flatMap((subject) => {
      const yaml = subject.words.decisions.get(language)
      return subject.facts.decisions.value.decisions.flatMap((decision) => {
        const value = yaml?.value.decisions[decision.id]
        if (!yaml || !value) return []
        const place = yaml.data.locate(['decisions', decision.id, 'text'])
        const isProposed = decision.labels.adopted === null
        return [{decision, words: {path: yaml.path, place, value}, language, usage, isProposed}]
      })
    })
  })
}
