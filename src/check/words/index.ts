export {type Passage, printed, type Role, type Words, type WordsList} from './types.ts'
export {wordsOf} from './words-of-source.ts'
