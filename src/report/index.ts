export {buildSummary, count, countMessages, hintsLeft} from './summary.ts'
export {terminalReport} from './terminal.ts'
