export {documentKeys, isOfValues, type Keys} from './document-keys.ts'
export {
  type ReadContent,
  type ReadOptions,
  readShared,
  type Shared,
  type SourceMemory,
} from './read-shared.ts'
export {type DocumentWords, readWords, textsOf} from './read-words.ts'
export {ownerOf} from './words-files.ts'
