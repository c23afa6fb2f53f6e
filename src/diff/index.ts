export {compareSides, type DiffAsking} from './compare-sides.ts'
export {readSide, type SideSource} from './read-side.ts'
export type {Side} from './sides.ts'
export type * from './types.ts'
