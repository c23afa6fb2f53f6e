/**
 * Tables of the document model: those of mdast, with cells that hold several paragraphs or lists, and cells that take more
 * than one column or row. As in types.ts, each says: meaning · where it is allowed · what it may contain.
 */
import type {List, Paragraph, Table} from 'mdast'
import type {Parent} from 'unist'
import type {Clause} from './block-types.ts'
import type {CaptionNumber} from './caption-types.ts'
import type {InlineNode} from './inline-types.ts'

/**
 * Table, with or without a visible caption. Allowed in a part. Contains perhaps a caption, one mdast table whose cells have
 * units, and what stands right under it: clauses without a list, such as where its figures come from. A cell that another
 * one covers is not in it.
 */
export interface CaptionedTable extends Parent {
  type: 'captionedTable'
  unit: string
  /** Relative widths of the columns, whole numbers. */
  widths: number[]
  /** Whether its author gave the widths. */
  hasOwnWidths?: boolean
  /** How many of its first rows head columns and stand on each of its pages; one where undefined. */
  headRows?: number
  /** How many of the first columns head rows; one where undefined. */
  headColumns?: number
  /** Whether it stands on pages of its own that lie on their long side. */
  isTurned?: boolean
  /** Whether its columns stand under those of the same tables before it. */
  sharesColumns?: boolean
  children: [TableCaption, Table, ...Clause[]] | [Table, ...Clause[]]
}

/** Caption of a table. Contains phrasing; where its document numbers captions, what stands before that is beside it. */
export interface TableCaption extends Parent, Partial<CaptionNumber> {
  type: 'tableCaption'
  unit: string
  /** Written by `number`: whether a reference prints its words. */
  isReferredTo?: boolean
  children: InlineNode[]
}

/** How many columns and rows a cell takes, where it takes more than one. */
export interface Merged {
  across?: number
  down?: number
}

/**
 * Cell that holds blocks. Allowed in a row of a table. Contains in a source tree paragraphs and lists; in a finished one
 * what `blocksOf` gives: clauses without a list, the first of which has the unit of the cell, and lists.
 */
export interface BlockCell extends Parent {
  type: 'blockCell'
  children: (Paragraph | List)[]
}

declare module 'mdast' {
  interface RowContentMap {
    blockCell: BlockCell
  }
  interface RootContentMap {
    blockCell: BlockCell
  }
}

declare module 'unist' {
  interface Data {
    /** On a cell: how many columns and rows it takes. */
    merged?: Merged
    /** On a table: that it was typed as a list. */
    isList?: true
  }
}
