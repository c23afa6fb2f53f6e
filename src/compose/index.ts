export type {Composition} from './compose.ts'
export {compose} from './compose.ts'
export type {Unconfirmed} from './context.ts'
