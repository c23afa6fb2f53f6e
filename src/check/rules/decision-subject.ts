import {quote} from '../../message/index.ts'
import {actorsIn, addresseesOf} from '../../resolve/index.ts'
import {defineRule} from '../define-rule.ts'
import {plainLetters} from './accepted-text.ts'
import {decisionsOf} from './decisions-of.ts'

/**
 * The words of a draft decision begin with whom it is directed to, or with a condition and then whom: “Subject to
 * external funds, the Secretariat shall”. What was adopted begins as it was adopted. Source: house style, R10 (K0, K26,
 * K27, K28) and 10.
 */
export const decisionSubject = defineRule('decision-subject', 'error', (checked, report) => {
  const {actors} = checked.templates
  for (const {decision, words, language, isProposed} of decisionsOf(checked)) {
    if (!isProposed) continue
    const addressees = addresseesOf(decision)
    const known = actorsIn(actors.value, language)
    const subjects = addressees.flatMap((id) => known[id]?.['decisions-begin'] ?? [])
    const {text} = words.value
    if (subjects.length === 0 || subjects.some((subject) => isSubject(text, subject))) continue
    const begin = text.split(/\s+/).slice(0, 3).join(' ')
    report(
      `The decision is directed to ${addressees.map((id) => quote(id)).join(' and ')} and begins with ${quote(begin)}. Begin it with ${quote(subjects[0] ?? '')}, or correct “addressee” in decisions.yaml.`,
      {path: words.path, place: words.place, language},
    )
  }
})

/** How many words may stand before the end of whom a decision is directed to: “Exporting and importing Parties”. */
const firstWords = 4

/** Whether words begin with a subject, or with an introduction and, behind a comma, with it. */
function isSubject(text: string, subject: string): boolean {
  const words = plainLetters(text).toLowerCase()
  const wanted = plainLetters(subject).toLowerCase()
  const first = words.split(' ').slice(0, firstWords).join(' ')
  return words.startsWith(wanted) || ` ${first}`.includes(` ${wanted}`) || words.includes(`, ${wanted}`)
}
