export {statusRecord} from './status-record.ts'
export {type StatusOptions, statusReport} from './status-report.ts'
export {type ShownStanding, translationReport} from './translation-report.ts'
