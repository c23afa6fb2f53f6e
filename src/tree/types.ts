/**
 * The document model: mdast, extended with the few nodes that CITES documents need.
 *
 * Each node says: meaning · where it is allowed · what it may contain · an example.
 * Every node that a translator or a permalink can point at is a *unit*: it carries `unit`, an id that is the
 * same in the three languages and after an edit (docs/reasons/unit-ids.md).
 */
import type {Parent} from 'unist'
import type {AmendedSequence} from './amendment-types.ts'
import type {
  Addressee,
  Clause,
  Continuation,
  Decision,
  NumberedParagraph,
  PlaceInSequence,
  Quotation,
  SectionHeading,
} from './block-types.ts'
import type {InlineNode} from './inline-types.ts'
import type {CaptionedPicture} from './picture-types.ts'
import type {CaptionedTable} from './table-types.ts'

/**
 * One finished document in one language: meaning: all that a reader will see.
 * Contains parts only. Example: the French SC58 report.
 */
export interface DocumentTree extends Parent {
  type: 'citesDocument'
  meta: DocumentMeta
  /** Numbered sequences in the order in which they begin; written by `number`. */
  sequences: Sequence[]
  /** How notes are numbered where it is not 1, 2, 3: *, †, ‡, § and again doubled. Word calls it `chicago`. */
  noteFormat?: 'chicago'
  children: Part[]
}

/** What the renderers print around the text; all words are already in the document's language. */
export interface DocumentMeta {
  /** Path of the document from documents/, such as `sc58/internet-trade`. */
  path: string
  language: string
  /** BCP 47 tag, such as `fr-FR`. */
  tag: string
  languageName: string
  symbol: string
  title: string
  author: string
  /** ISO date of the document. */
  date: string
  /** Every language the document is built in, in the order of the labels files. */
  alternatives: {
    language: string
    tag: string
    name: string
    /** Name of that file without its extension, where it does not follow from the path. */
    file?: string
  }[]
  words: {skip: string; languages: string; notes: string; back: string; document: string}
  /** What its page in out/ leads to; a file that goes elsewhere has none. */
  links?: DocumentLinks
}

/** A link beside the text: its words, its address from the folder of the document, and the language of what is there. */
export interface NamedLink {
  words: string
  href: string
  /** Where it is another one. */
  tag?: string
}

/** The links beside the text: to pages about all documents, and under headings to what the text names. */
export interface DocumentLinks {
  name: string
  pages: NamedLink[]
  named: {name: string; lists: {words: string; links: NamedLink[]}[]}
}

/**
 * A numbered sequence: which kind of numbering.yaml it follows, for what is quoted its given label, and in a quotation
 * that stands in an item that item's sequence and level, which it is set in from.
 */
export interface Sequence extends AmendedSequence {
  id: string
  kind: string
  literal?: string
  within?: PlaceInSequence
  /** Of captions: the text of the label in place of the kind's, with the words of the language. */
  labelText?: string
}

/**
 * Part: the body or one annex. Meaning: a section of the Word file, with its own footer and paragraph numbers.
 * Allowed in the document only. Contains flow content. Example: “Annex 1”.
 */
export interface Part extends Parent {
  type: 'part'
  name: string
  unit: string
  /** Name of the annex of which it is an annex. */
  of?: string
  /** Code of the language in which alone it is written, and which every language of the document prints. */
  only?: string
  /** Path of the Markdown file the part was written in. */
  file: string
  /** Text before the page number, with its spaced en dash and `p.`. */
  footer: string
  /** Whether its pages lie on their long side, for wide tables. */
  isLandscape: boolean
  label?: string | undefined
  children: FlowNode[]
}

/**
 * Cover block: one line or heading of the cover. Allowed at the start of a part.
 * Contains phrasing. Example: the symbol, at the right.
 */
export interface CoverBlock extends Parent {
  type: 'coverBlock'
  style: string
  unit?: string | undefined
  /** Whether it is the one main heading of the page. */
  isHeading: boolean
  /** Whether the next block is another line of what it says: no space stands between them. */
  isContinued?: boolean
  children: InlineNode[]
}

/** Paragraph without a number. Allowed in parts whose kind does not number, in notes and in cells. Contains phrasing. */
export interface TextParagraph extends Parent {
  type: 'textParagraph'
  unit?: string | undefined
  style: string
  children: InlineNode[]
}

/** Pivot: the line between preamble and operative part, where the Conference is named. Allowed in a part. */
export interface Pivot extends Parent {
  type: 'pivot'
  unit: string
  children: InlineNode[]
}

/**
 * Answer space: room for the reader of a questionnaire to answer, at least so many lines high. Allowed in a part.
 * Contains phrasing: the word that stands at its head.
 */
export interface AnswerSpace extends Parent {
  type: 'answerSpace'
  unit: string
  lines: number
  children: InlineNode[]
}

/** Note at the foot of the page: an mdast footnoteDefinition whose children are text paragraphs. */
export interface Note extends Parent {
  type: 'note'
  unit: string
  identifier: string
  /** Written by `number`: what stands at the place of reference, such as `1` or `†`. */
  label?: string
  /** Written by `number`: its place among the notes, from 1. */
  place?: number
  children: TextParagraph[]
}

/** What a part holds. */
export type FlowNode =
  | CoverBlock
  | SectionHeading
  | NumberedParagraph
  | TextParagraph
  | Clause
  | Continuation
  | Quotation
  | Pivot
  | Addressee
  | Decision
  | CaptionedTable
  | CaptionedPicture
  | AnswerSpace
  | Note
