export type {InlineSource} from './inlines.ts'
export {inlines} from './inlines.ts'
