export {dossierFormats} from './formats.ts'
export {sortedJson} from './sorted-json.ts'
export type {DossierFormat} from './types.ts'
