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
  /** Places of the characters that the author escaped, such as the colon of `\:`: they are meant as they stand. */
  escaped: ReadonlySet<number>
  /** Where the passage as a whole was written. */
  whole: Place
  /** What of a text that is only amended is the author's, by character (see Change); left out where all of it is. */
  changes?: Uint8Array
}

/** Whose a character of an amended text is: what stands in the text as adopted, beside a change, or put in. */
export const Change = {none: 0, beside: 1, putIn: 2} as const

/** An item of a list: its words, and the last of them where it has several paragraphs. */
export interface WordsItem {
  passage: Passage
  list?: WordsList
  hasQuotation?: true
  ending?: Passage
}

/** A list of a source: its items in order, each with its words, the list under it, and whether a quotation follows. */
export interface WordsList {
  items: WordsItem[]
  /** Whether a paragraph of a resolution introduces it, so that the sentence goes on after it. */
  isInClause: boolean
  /** Whether a paragraph without a number goes on with its sentence. */
  isContinued?: true
  /** Whether items of it are struck, which are none of the text that is read. */
  hasStruck?: true
  /** The line `:::when{…}` of items that would stand in it too, and are not printed as the facts stand. */
  dropped?: string
}

/** A paragraph that ends with a colon, and what follows instead of that which it could introduce. */
export interface Unled {
  passage: Passage
  before: 'end' | 'heading' | 'paragraph'
}

/** Everything that the rules about words look at in one file. */
export interface Words {
  path: string
  /** The whole file, in which the offsets of its passages count. */
  text: string
  /** Those whose words are the author's to choose. */
  passages: Passage[]
  lists: WordsList[]
  /** Words as adopted or as another wrote them: decisions with their number, quotations. They are not the author's. */
  adopted: Passage[]
  unled: Unled[]
}
