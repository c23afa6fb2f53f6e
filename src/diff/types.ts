/** What is told of two sides. Every form of the report is made from these, and they hold no node of a tree. */
import type {VFileMessage} from 'vfile-message'
import type {PassageKind} from './passages/types.ts'

/** Words that stayed, went or came; `marks` such as `italic` or `link:https://…`. */
export interface ShownRun {
  kind: 'same' | 'deleted' | 'inserted'
  text: string
  marks?: readonly string[]
}

/** Where words stand on one side. */
export interface Spot {
  /** The label as a reader names it, such as `12 b)`; none where it has none. */
  label?: string
  /** Its id; none where it has none. */
  unit?: string
  /** Of what is moved: the words before it, or where it stands. */
  behind?: string
}

/**
 * `added`, `removed`; `changed`: its words; `references`: only where they point; `marks`: only italics, links and the like;
 * `moved`, perhaps with other words; `split` into several and `joined` from several; `form`: set otherwise, such as another
 * level; `picture`: another picture; `field`: symbol, date, title, author or foot of the pages; `renumbered`: labels alone.
 */
export type ChangeKind =
  | 'added'
  | 'removed'
  | 'changed'
  | 'references'
  | 'marks'
  | 'moved'
  | 'split'
  | 'joined'
  | 'form'
  | 'picture'
  | 'field'
  | 'renumbered'

/** One change of a document in a language. */
export interface Change {
  /** From 1 through the whole report. */
  number: number
  kind: ChangeKind
  /** What has changed, such as a paragraph; of a field its name. */
  what: PassageKind | FieldName
  /** Name of the part: `body` or an annex's. */
  part: string
  before?: Spot
  after?: Spot
  /** Words of both sides: what stayed, went and came. */
  runs?: readonly ShownRun[]
  /** References that point elsewhere, from and to. */
  references?: readonly {from: string; to: string}[]
  /** Of a split what came of it, of a join what it came from, in their order. */
  pieces?: readonly Spot[]
  /** What stands in it and came, went or moved with it. */
  count?: number
  /** Facts from which it follows, such as `internet-trade/tasks#publication`. */
  follows?: readonly string[]
}

/** What is said of a document as a whole; `words` are those of its page, such as “Notes”. */
export type FieldName = 'symbol' | 'title' | 'date' | 'author' | 'footer' | 'words'

/**
 * `same`: every byte; `words`: something that is read differs; `labels`: numbers of paragraphs alone; `bytes`: nothing that is
 * read, only how it looks; `appears`, `vanishes`: on one side only; `unknown`: refused on a side, so that it cannot be said.
 */
export type Verdict = 'same' | 'words' | 'labels' | 'bytes' | 'appears' | 'vanishes' | 'unknown'

/** A document in a language on both sides. */
export interface LanguageDiff {
  language: string
  verdict: Verdict
  /** Why, where it does not follow from the changes. */
  reasons: readonly Reason[]
  changes: readonly Change[]
}

/** `styles`, `numbering`: templates; `layout`: widths and the like; `ids`: names of units; `refused-…`: with errors there. */
export type Reason = 'styles' | 'numbering' | 'layout' | 'ids' | 'refused-before' | 'refused-after'

/**
 * Why a document is on one side only, or has another path: `new` and `deleted` its folder; `renamed` from another path;
 * `wakes`, `sleeps`: its condition (`when`) holds now, or no longer; `recovers`, `refused`: errors.
 */
export type Fate = 'stays' | 'new' | 'deleted' | 'renamed' | 'wakes' | 'sleeps' | 'recovers' | 'refused'

/** A document on both sides. */
export interface DocumentDiff {
  path: string
  /** Its path before, where that was another. */
  from?: string
  symbol: string
  title: string
  fate: Fate
  /** Of `wakes` and `sleeps`: the condition. */
  when?: string
  languages: readonly LanguageDiff[]
}

/** A value of the facts that is not what it was; `before` or `after` is missing where it was put in or taken out. */
export interface FactChange {
  /** `internet-trade/tasks#publication`. */
  fact: string
  file: string
  /** Keys and ids that lead to the value within its record, such as `due` `date`. */
  path: readonly string[]
  before?: string
  after?: string
}

/** A task that stands otherwise than it did. */
export interface TaskChange {
  /** `internet-trade/publication`. */
  task: string
  field: 'task' | 'status' | 'due' | 'done' | 'waits-for' | 'next'
  before?: string
  after?: string
}

/** A day that lies elsewhere, is new or is no more. */
export interface DeadlineChange {
  /** Of the deadline, such as `internet-trade/tasks#publication`. */
  id: string
  kind: string
  before?: string
  after?: string
}

/** What is known of a translation, and was not before. */
export interface TranslationChange {
  folder: string
  language: string
  /** Such as `body#deadline`. */
  unit: string
  before?: string
  after?: string
  /** Of a stale unit: whether only punctuation, capitals or marks changed. */
  isSmall?: true
}

/** A source that came, went or has other bytes. */
export interface FileChange {
  path: string
  kind: 'added' | 'removed' | 'changed'
}

/** A side as the report names it. */
export interface SideName {
  /** Such as `HEAD` or `the folder as it stands`. */
  name: string
  /** The full name of its commit, where it is a revision. */
  commit?: string
  errors: readonly VFileMessage[]
}

/** All that differs between two sides. */
export interface DiffReport {
  before: SideName
  after: SideName
  /** What differs, in the order of the paths; what is the same is only counted. */
  documents: readonly DocumentDiff[]
  /** How many documents there are on either side, and how many of them are the same. */
  counts: {documents: number; same: number}
  facts: readonly FactChange[]
  tasks: readonly TaskChange[]
  deadlines: readonly DeadlineChange[]
  translations: readonly TranslationChange[]
  /** Of templates/. */
  templates: readonly FileChange[]
  /** Of documents/. */
  sources: readonly FileChange[]
}

/** Which documents and languages are told of; all where left out. */
export interface DiffAsking {
  documents?: readonly string[] | undefined
  languages?: readonly string[] | undefined
}
