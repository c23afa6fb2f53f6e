export type {Change} from './changes.ts'
export {type Difference, differenceOf} from './difference-of.ts'
export {digestsOf, type Edited, editedFiles, editedFolder, keepEdited} from './keep-edited.ts'
export {readWordFile, type WordFile} from './word-file.ts'
