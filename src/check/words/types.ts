import type {Place} from '../../message/index.ts'

/** What a passage is in its file. */
export type Role = 'title' | 'heading' | 'paragraph' | 'item' | 'cell' | 'caption' | 'note' | 'words'

/**
 * Stands in a passage for what the build prints there: a fact, a reference. No rule says anything about it.
 * U+FFFC, the object replacement character.
 */
export const printed = '\uFFFC'

/** The words of one block of a source as a reader reads them, and where each character was written. */
export interface Passage {
  role: Role
  text: string
  /** Offset in the file of each character; -1 where it cannot be told. */
  offsets: Int32Array
  /** Where the passage as a whole was written. */
  whole: Place
}

/** A list of a source: its items in order, each with its words and the list under it. */
export interface WordsList {
  items: {passage: Passage; list?: WordsList}[]
  /** Whether a paragraph of a resolution introduces it, so that the sentence goes on after it. */
  isInClause: boolean
}

/** Everything that the rules about words look at in one file. */
export interface Words {
  path: string
  /** The whole file, in which the offsets of its passages count. */
  text: string
  passages: Passage[]
  lists: WordsList[]
}
