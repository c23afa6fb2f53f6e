export {type Confirmed, type Confirming, confirmed} from './confirm.ts'
export {folderName, type Selection, selected} from './select.ts'
