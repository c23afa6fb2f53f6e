import type {Unit} from '../difference/index.ts'

/** A paragraph of the text in force. */
export interface OldUnit extends Unit {
  id: string
  /** Whether it is the line between the preamble and the operative part, which a body writes as `::pivot`. */
  isPivot: boolean
  /** Whether it goes on without a label after what stands under the same paragraph. */
  isContinuation: boolean
}

/** A paragraph, item or heading of a body, with where it stands in the file. */
export interface BodyUnit extends Unit {
  kind: 'paragraph' | 'item' | 'heading' | 'pivot'
  /** Offsets of its words, without the id. */
  start: number
  end: number
  /** Offset behind the unit and all that stands under it. */
  extent: number
  /** Offset behind its own words and id. */
  own: number
  /** What its first line begins with: the indentation of an item, the `> ` of a quotation. */
  prefix: string
  /** What a line under it begins with. */
  inner: string
}

/** How many units a marked body changes, in each way. */
export interface Counts {
  changed: number
  added: number
  deleted: number
  moved: number
}

/** A body with its amendments marked. */
export interface Marked {
  text: string
  counts: Counts
  /** The words of each unit that has marks now, in the order of the body. */
  shown: string[]
  /** Words of units that could not be marked without cutting something in two; they stand as they were typed. */
  byHand: string[]
}
