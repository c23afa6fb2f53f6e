import type {Token} from '../difference/index.ts'
import type {XmlElement} from '../word/index.ts'

/** The forms between two Word files and the one with their differences. */

/** The smallest piece of a paragraph that comes, goes or stays. */
export interface Piece extends Token {
  /** Properties of the run of a text; a piece that is no text has whole elements. */
  properties?: XmlElement | undefined
  /** What is kept whole, as it stands in its file: the runs of a field, a link, a picture, the mark of a note. */
  elements?: readonly XmlElement[]
  /** Id of the note that it refers to, in its own file. */
  note?: string
  /** Names of the bookmarks right around it, the outermost first. */
  bookmarks?: readonly string[]
  /** The paragraph whose end it is. */
  ends?: Paragraph
}

/** A bookmark and what it stands around: indices of pieces, the second one behind the last. */
export interface Range {
  name: string
  from: number
  to: number
}

/** A paragraph of one of the two files. */
export interface Paragraph {
  element: XmlElement
  /** `w:pPr`. */
  properties: XmlElement | undefined
  pieces: readonly Piece[]
  bookmarks: readonly Range[]
  /** Bookmark of its unit, as its own file calls it. */
  unit: string | undefined
  /** Words, and names for what is none: two paragraphs with the same text say the same. */
  text: string
}

/** A piece with what became of it. */
export interface Op {
  kind: 'same' | 'deleted' | 'inserted'
  before?: Piece
  after?: Piece
}

/** A paragraph of the file that is made. Its words and its end come, go or stay each for themselves. */
export interface Line {
  ops: readonly Op[]
  bookmarks: readonly Range[]
  mark: 'kept' | 'inserted' | 'deleted'
  /** Whose end it is on the earlier side, and on the later one. */
  before?: Paragraph | undefined
  after?: Paragraph | undefined
  /** What is told of the place that it was moved from. */
  remark?: string
  /** That the same words go beside it, since a table there leaves no other way. */
  isAnew?: true
}

/** What stands in the body, in a cell or in a note. */
export type Item = {kind: 'line'; line: Line} | TableItem

/** A table with its rows, one after the other. */
export interface TableItem {
  kind: 'table'
  /** Its properties and columns are those of this element. */
  element: XmlElement
  rows: readonly RowItem[]
}

/** A row with its cells. */
export interface RowItem {
  kind: 'kept' | 'inserted' | 'deleted'
  element: XmlElement
  cells: readonly {element: XmlElement; items: readonly Item[]}[]
}

/** The words that a redline adds, in the language of the document: `redline` of templates/labels.<language>.yaml. */
export interface RedlineWords {
  /** Said of what has been moved, with the number that it had: `Moved from paragraph {number}.` */
  'moved-from': string
  /** Said of what has been moved and had no number. */
  moved: string
  /** Said of what goes and comes again though nobody changed it. */
  unchanged: string
}

/** Who is said to have made the changes, when, and in which words. */
export interface RedlineOptions {
  author: string
  /** As `w:date` has it: `2009-05-22T00:00:00Z`. */
  date: string
  words: RedlineWords
}
