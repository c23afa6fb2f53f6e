import type {Dossier} from '../../../resolve/index.ts'
import {defineFactsRule, type ReportFacts} from '../../define-rule.ts'
import {beforeAdoption} from './before-adoption.ts'
import {documentsTooLate} from './documents-too-late.ts'
import {fundsUnlikely} from './funds-unlikely.ts'
import {outcomeUnlikely} from './outcome-unlikely.ts'
import {workshopUnlikely} from './workshop-unlikely.ts'

/**
 * Facts that can hardly be true together, such as a gift after the event that it paid for. Each of them can be, in a
 * case that nobody has seen: so it is a warning. Source: none; it is common sense.
 */
export const factsUnlikely = defineFactsRule('facts-unlikely', (dossier: Dossier, report: ReportFacts) => {
  for (const subject of dossier.subjects.values()) {
    fundsUnlikely(subject, report)
    workshopUnlikely(subject, report)
    outcomeUnlikely(subject, dossier.meetings, report)
    beforeAdoption(subject, dossier, report)
  }
  for (const plan of dossier.documents) documentsTooLate(plan, report)
})
