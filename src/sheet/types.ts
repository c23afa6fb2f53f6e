/** Why something of a sheet cannot be taken: one sentence, and what to do. */
export interface Refused {
  refused: string
}

/** A row of a sheet. */
export interface SheetRow {
  /** What stands in each cell: no white space around it, line breaks as `\n`. */
  cells: string[]
  /** Line of the file in which it begins, from 1. */
  line: number
}

/** What a cell holds: a paragraph, or the items of a list without their labels. */
export type CellBlock = {words: string} | {items: string[]}

/** A cell of a table that is to be written, its words as Markdown. */
export interface FormCell {
  blocks: CellBlock[]
  /** How many columns and rows it takes, where more than one. */
  across?: number
  down?: number
}

/** What the first line of a table says beside its caption. */
export interface TableOptions {
  id: string
  headRows?: number | undefined
  headColumns?: number | undefined
  widths?: string | undefined
  isTurned?: boolean | undefined
}

/** How many places of a sheet are written in other words, or are not yet. */
export interface ToTranslate {
  /** Codes of the languages that lack the words. */
  languages: string[]
  /** Which cell, for its translator: `row 3 (“Brazil”), column 2 (“Remarks”)`. */
  where: string
  words: string
}
