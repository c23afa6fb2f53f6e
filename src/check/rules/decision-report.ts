import {addresseesOf} from '../../resolve/index.ts'
import {defineRule} from '../define-rule.ts'
import {decisionsOf} from './decisions-of.ts'

/**
 * A draft decision that instructs the Secretariat says to whom and at which meeting to report.
 * Source: house style, R11 (K0, K30).
 */
export const decisionReport = defineRule('decision-report', 'warning', (checked, report) => {
  for (const {decision, words, language, usage, isProposed} of decisionsOf(checked)) {
    if (!isProposed || !addresseesOf(decision).includes('secretariat')) continue
    const text = [words.value.text, ...Object.values(words.value.provisions ?? {})].join(' ').toLowerCase()
    if (usage.reports.some((word) => text.includes(word.toLowerCase()))) continue
    report(
      'The draft decision instructs the Secretariat and does not say to whom it reports. Add a provision that names the body and the meeting.',
      {path: words.path, place: words.place, language},
    )
  }
})
