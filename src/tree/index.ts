export {bookmarkOf, htmlIdOf} from './anchors.ts'
export type * from './inline-types.ts'
export {toText} from './to-text.ts'
export type * from './types.ts'
