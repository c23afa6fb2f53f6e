export {checkEach} from './check-each.ts'
export type * from './types.ts'
export {isAskedFor, isNamedIn, isSharedAsked} from './wanted.ts'
