export {verify, write} from './write.ts'
export type {Outputs, WriteOptions, Written} from './write.ts'
