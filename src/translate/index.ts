export {type Confirmed, type Confirming, confirmed} from './confirm.ts'
export {firstLedgers} from './first-ledgers.ts'
export {folderName, type Selection, selected} from './select.ts'
export {type Standing, standings, standingsRecord} from './status-record.ts'
