import {quote} from '../../message/index.ts'
import {actorsIn} from '../../resolve/index.ts'
import {defineRule} from '../define-rule.ts'
import {plainLetters} from './accepted-text.ts'
import {decisionsOf} from './decisions-of.ts'

/**
 * The words of a decision begin with whom it is directed to. Source: house style, R10 (K0, K26, K27, K28).
 */
export const decisionSubject = defineRule('decision-subject', 'error', (checked, report) => {
  const {actors} = checked.templates
  for (const {decision, words, language} of decisionsOf(checked)) {
    const subjects = actorsIn(actors.value, language)[decision.addressee]?.['decisions-begin']
    const {text} = words.value
    if (!subjects || subjects.some((subject) => plainLetters(text).startsWith(plainLetters(subject))))
      continue
    const begin = text.split(/\s+/).slice(0, 3).join(' ')
    report(
      `The decision is directed to ${quote(decision.addressee)} and begins with ${quote(begin)}. Begin it with ${quote(subjects[0] ?? '')}, or correct “addressee” in decisions.yaml.`,
      {path: words.path, place: words.place, language},
    )
  }
})
