/** Inline nodes of the document model (types.ts), which extend mdast's phrasing. */
import type {PhrasingContent} from 'mdast'
import type {Node, Parent} from 'unist'
import type {Change} from './amendment-types.ts'

/**
 * Cross-reference to a numbered unit, a heading or a note of this document, or to a decision that it does not quote.
 * `number` fills `links`: one per level, `12` `b)` `i)`. Allowed in phrasing. Example: “paragraph 12 b)”.
 */
export interface CrossReference extends Node {
  type: 'crossReference'
  /** Unit in this document, when it is here. */
  target?: string
  /** Levels and places of a provision that is not quoted here: label of the decision, then indices from 1. */
  elsewhere?: {literal: string; path: number[]}
  /** Which level of the label is the first that is printed, from 0; -1 for the last alone. Until `number`. */
  from?: number
  /** Of a label that holds words, such as “Table 1”: that its number alone is printed. */
  isNumberAlone?: true
  links?: ReferenceLink[]
  /** Name without its extension of the file that holds the target, where that is another one. */
  file?: string
}

/** One level of the label to which a reference leads. */
export interface ReferenceLink {
  /** Unit that has the label, when it is in this document. */
  unit?: string
  /** The label without its full stop, the number or sign of a note, the words of a heading without a number. */
  label: string
  /** That it is the number alone of a label that holds words. */
  isNumberAlone?: true
  /** Name of the note whose number or sign it is. */
  note?: string
  /** Of a heading without a number: its words with their marks, in stretches between which its notes stand. */
  stretches?: InlineNode[][]
  /** Whether the heading holds more than these words, such as the mark of a note. */
  isPart?: boolean
}

/** Text set above the line: the e of 14e. Contains phrasing. */
export interface Superscript extends Parent {
  type: 'superscript'
  children: InlineNode[]
}

/** Text set below the line: the 2 of CO2. Contains phrasing. */
export interface Subscript extends Parent {
  type: 'subscript'
  children: InlineNode[]
}

/** Text proposed for insertion (underlined) or deletion (struck). Contains phrasing. */
export interface Inserted extends Parent {
  type: 'inserted'
  children: InlineNode[]
}

/** See Inserted. */
export interface Deleted extends Parent {
  type: 'deleted'
  children: InlineNode[]
}

/** Words in a language other than the document's. Contains phrasing. */
export interface LanguageSpan extends Parent {
  type: 'languageSpan'
  tag: string
  children: InlineNode[]
}

/** Mark of sample content: `°` after a value, `[Example]` before a block. Contains text. */
export interface ExampleMark extends Parent {
  type: 'exampleMark'
  children: InlineNode[]
}

/**
 * Words made from a fact. Allowed in phrasing; contains phrasing. `fact` leads back: subject, file and record, such as
 * `internet-trade/tasks#publication`.
 */
export interface FactValue extends Parent {
  type: 'factValue'
  fact: string
  children: InlineNode[]
}

/** Visible mark where a language that is still drafting has no words yet. Contains text. */
export interface MissingMark extends Parent {
  type: 'missingMark'
  children: InlineNode[]
}

/** What is to be written in this place, between square brackets, until somebody does. Contains phrasing. */
export interface Hint extends Parent {
  type: 'hint'
  children: InlineNode[]
}

/** Tab: what follows stands at the right end of the line. Allowed in cover blocks whose style has a tab at the right. */
export interface Tab extends Node {
  type: 'tab'
}

/** Inline nodes that mdast does not have. */
export type HouseInline =
  | CrossReference
  | Superscript
  | Subscript
  | Inserted
  | Deleted
  | LanguageSpan
  | ExampleMark
  | FactValue
  | MissingMark
  | Hint
  | Tab

/** Any inline node of a finished tree. */
export type InlineNode = PhrasingContent

declare module 'mdast' {
  interface PhrasingContentMap {
    crossReference: CrossReference
    superscript: Superscript
    subscript: Subscript
    inserted: Inserted
    deleted: Deleted
    languageSpan: LanguageSpan
    exampleMark: ExampleMark
    factValue: FactValue
    missingMark: MissingMark
    hint: Hint
    tab: Tab
  }
  interface RootContentMap {
    crossReference: CrossReference
    superscript: Superscript
    subscript: Subscript
    inserted: Inserted
    deleted: Deleted
    languageSpan: LanguageSpan
    exampleMark: ExampleMark
    factValue: FactValue
    missingMark: MissingMark
    hint: Hint
    tab: Tab
  }
  interface FootnoteReference {
    /** Written by `number`: the place of its note among the notes, from 1. */
    place?: number
    /** Written by `number` where the text refers to its note more than once: which of these references it is, from 1. */
    occurrence?: number
    /** Written by `number` on the first reference to a note whose number a cross-reference prints. */
    isReferredTo?: boolean
  }
  interface TableCell {
    /** Unit of the cell: table, row and column, such as `measures.code-of-conduct.purpose`. */
    unit?: string | undefined
  }
}

/** What `load` and `compose` write on nodes of the source tree. */
declare module 'unist' {
  interface Data {
    unitMark?: UnitMark | undefined
    /** First words of the original's unit, or its id, on a block that stands in where a language lacks it. */
    missingUnit?: string
    /** Whether all words of that unit are struck or new, so that the numbers are those of the original. */
    missingChange?: Change | undefined
    /** Stretches of a text, as offsets in its source, that stand as they were typed: nothing in them is an escape. */
    typed?: [number, number][]
    /** On a paragraph right after a list whose sentence it ends: it goes on without a number of its own. */
    goesOn?: true
    /** On a paragraph or an item of a quotation: the label that it has in its source, and what of its words that takes. */
    quotedLabel?: {label: string; length: number}
    /** A reference as its author wrote it, until `compose` has found its target. */
    open?: unknown
    /** What a conjunction is before a label that begins with the sound i, until `number` has the label. */
    beforeI?: string
  }
}

/** The author's id of a unit and where it stands. */
export interface UnitMark {
  id: string
  place: {start: {line: number; column: number}; end: {line: number; column: number}}
}
