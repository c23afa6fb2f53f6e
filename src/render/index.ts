export {formats} from './formats.ts'
export type {Finished, Format} from './types.ts'
