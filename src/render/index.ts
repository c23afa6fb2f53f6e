export {characterStyleId, idOf, paragraphStyleId} from './docx/style-ids.ts'
export {type DossierFormat, dossierFormats, sortedJson} from './dossier/index.ts'
export {formats} from './formats.ts'
export type {Finished, Format} from './types.ts'
