export {type Confirmed, type Confirming, confirmed} from './confirm.ts'
export {folderName, type Selection, selected} from './select.ts'
export {plannedStart, type Start} from './start.ts'
export {writeStart} from './write-start.ts'
