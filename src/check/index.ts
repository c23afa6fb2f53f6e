export {check} from './check.ts'
export {digestOfWords} from './rules/posted.ts'
export type {Checked, Rule} from './types.ts'
