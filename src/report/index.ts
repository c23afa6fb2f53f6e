export {certificateReport} from './certificates.ts'
export {messageFormats, terminalReport} from './messages/index.ts'
export {type StatusOptions, statusRecord, statusReport} from './status/index.ts'
export {buildSummary, count, countMessages, hintsLeft} from './summary.ts'
