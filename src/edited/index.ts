export type {Change} from './changes.ts'
export {digestsOf, type Edited, editedFiles, editedFolder, keepEdited} from './keep-edited.ts'
export {readWordFile, type WordFile} from './word-file.ts'
