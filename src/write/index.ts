export {withLock} from './lock.ts'
export {flushFolders, readEarlier, replaceFile} from './replace-file.ts'
export type {Outputs, WriteOptions, Written} from './write.ts'
export {verify, write} from './write.ts'
