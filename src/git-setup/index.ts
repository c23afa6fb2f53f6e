export {joinLedgerFiles} from './join-files.ts'
export {type SetUp, setUp, takeBack} from './set-up.ts'
export type {Program, Setting} from './settings.ts'
export {textOfFile} from './text-of-file.ts'
