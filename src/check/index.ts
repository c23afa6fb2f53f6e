export {check} from './check.ts'
export type {Checked, Rule} from './types.ts'
