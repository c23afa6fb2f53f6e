export {certificateReport} from './certificates.ts'
export {type StatusOptions, statusRecord, statusReport} from './status/index.ts'
export {buildSummary, count, countMessages, hintsLeft} from './summary.ts'
export {terminalReport} from './terminal.ts'
