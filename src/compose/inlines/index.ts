export {inlines} from './inlines.ts'
