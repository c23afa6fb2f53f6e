export {compose} from './compose.ts'
export type {Composition} from './compose.ts'
export type {Unconfirmed} from './context.ts'
