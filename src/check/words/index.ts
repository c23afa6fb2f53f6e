export {isQuoted, touchesChange} from './not-the-authors.ts'
export {Change, type Passage, printed, type Role, type Words, type WordsList} from './types.ts'
export {asAdopted, wordsOf} from './words-of-source.ts'
