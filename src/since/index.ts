export {type Revision, revisionOf} from './git.ts'
export {ledgersSince} from './ledgers-since.ts'
