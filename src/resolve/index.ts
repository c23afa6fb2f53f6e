export {dependsOn} from './depends-on.ts'
export {resolve} from './resolve.ts'
export {provisionPaths} from './subjects.ts'
export type * from './types.ts'
