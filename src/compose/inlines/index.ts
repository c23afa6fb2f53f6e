export {inlines} from './inlines.ts'
export type {InlineSource} from './inlines.ts'
