export {type Asker, Left} from './ask.ts'
export {newDocument} from './new-document.ts'
export {newDossier} from './new-dossier.ts'
export type {Wish} from './types.ts'
