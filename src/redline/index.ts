export {redlineOf} from './redline-of.ts'
export {type RevisionCount, revisionsOf} from './revisions.ts'
export type {RedlineOptions, RedlineWords} from './types.ts'
