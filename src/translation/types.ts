import type {PhrasingContent} from 'mdast'
import type {Place} from '../message/index.ts'

/** What a unit is in its file: a paragraph of Markdown, what stands in a table or beside a picture, words of YAML. */
export type UnitKind =
  | 'paragraph'
  | 'item'
  | 'heading'
  | 'cell'
  | 'caption'
  | 'note'
  | 'description'
  | 'words'

/** What stands around a unit in its file, which is the same in every language. */
export interface UnitSurroundings {
  /** Whether it stands between the lines of `:::example`. */
  isExample: boolean
  /** The lines `:::when{…}` and `:::unless{…}` around it, the outer first. */
  conditions: readonly string[]
  /** How many lists it stands in. */
  depth: number
  /** Whether it is part of a quotation. */
  isQuoted: boolean
}

/**
 * Words that are translated as a whole: a paragraph, a heading, an item, a cell, a caption, a note, the description of a
 * picture, a text of a YAML file or a front matter. Its id is the same in every language.
 */
export interface TranslationUnit {
  /** Name of its file without language and ending, and its id there: `body#deadline`, `tasks#tasks.review.action`. */
  key: string
  kind: UnitKind
  /** As its author wrote it, on one line: directives by name and arguments, without the id at its end. */
  source: string
  /** Its words as they were parsed; those of a description are one text. */
  nodes: readonly PhrasingContent[]
  path: string
  /** Where its words stand. */
  place: Place
  /** Offsets of its words in the file; of a YAML text they are those of the scalar, with its quotation marks. */
  start: number
  end: number
  around: UnitSurroundings
}

/** Where a translation stands: what its author may say of it. */
export type TranslationState = 'draft' | 'reviewed' | 'final'

/** What was confirmed of a unit in a language: a line of a ledger. */
export interface LedgerEntry {
  unit: string
  state: TranslationState
  /** The original's words as they were confirmed. */
  source: string
  /** Digest of these words, and of the translation confirmed with them. */
  digest: string
  translation: string
}

/** The ledger of a folder in a language, by the keys of its units. */
export type Ledger = ReadonlyMap<string, LedgerEntry>

/**
 * What is known of the translation of a unit. `missing`: there is none. `stale`: the original was changed since the
 * translation was confirmed. `unconfirmed`: the translation was changed since, or was never confirmed.
 */
export type Verdict = 'missing' | 'stale' | 'unconfirmed' | 'current'

/** A unit of the original with its translation and what is known of it. */
export interface UnitPair {
  key: string
  original: TranslationUnit
  /** Undefined where the language lacks it. */
  translation: TranslationUnit | undefined
  /** The hint (`:hint[…]`) that stands where the translation is to be written, if one does; its words are no translation. */
  standIn: TranslationUnit | undefined
  verdict: Verdict
  /** What was confirmed last; undefined where nothing was. */
  entry: LedgerEntry | undefined
  /** Of a stale unit: whether no word was changed, only punctuation, capitals or marks. */
  isSmall: boolean
}
