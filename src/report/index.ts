export {buildSummary, count, countMessages} from './summary.ts'
export {terminalReport} from './terminal.ts'
