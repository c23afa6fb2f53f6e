export {certificateReport} from './certificates.ts'
export {editedMessages, editedReport} from './edited-files.ts'
export {grouped} from './grouped.ts'
export {causesLast, isMendable, messageFormats, terminalReport} from './messages/index.ts'
export {outputFaults} from './output-faults.ts'
export {removedReport} from './removals.ts'
export {explained, type RulePage, rulePages} from './rule-pages.ts'
export {
  type ShownStanding,
  type StatusOptions,
  statusRecord,
  statusReport,
  translationReport,
} from './status/index.ts'
export {buildSummary, count, countMessages, hintsLeft, switchedOffCount} from './summary.ts'
