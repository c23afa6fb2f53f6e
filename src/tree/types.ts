/**
 * The document model: mdast, extended with the few nodes that CITES documents need.
 *
 * Each node says: meaning · where it is allowed · what it may contain · an example.
 * Every node that a translator or a permalink can point at is a *unit*: it carries `unit`, an id that is the
 * same in the three languages and after an edit (docs/reasons/unit-ids.md).
 */
import type {Table} from 'mdast'
import type {Parent} from 'unist'
import type {InlineNode} from './inline-types.ts'

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
}

/** A numbered sequence: which kind of numbering.yaml it follows and, for a decision, its given label. */
export interface Sequence {
  id: string
  kind: string
  literal?: string
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

/**
 * Section heading, unnumbered. Allowed in a part, and in a numbered paragraph over decisions that it quotes. Contains
 * phrasing. Example: “Introduction”.
 */
export interface SectionHeading extends Parent {
  type: 'sectionHeading'
  depth: 1 | 2
  /** That it belongs to what a numbered paragraph quotes, as far as which it is set in. */
  within?: 'numberedParagraph'
  unit?: string | undefined
  children: InlineNode[]
}

/**
 * Numbered paragraph. Allowed in a part. Contains one paragraph, then lists and quoted decisions.
 * Example: `12. The Secretariat asked:` with `a)`, `b)` under it.
 */
export interface NumberedParagraph extends Parent {
  type: 'numberedParagraph'
  unit?: string | undefined
  sequence: string
  sequenceKind: string
  level: number
  label?: string
  /** Written by `number`: its place in the sequence, from 1. */
  place?: number
  /** Whether what follows it belongs to it, such as the room for an answer, and stays on its page. */
  isKeptWithNext?: boolean
  /** Of a heading that has a number: how deep it is, as of other headings. */
  heading?: 1 | 2
  children: [LeadParagraph, ...(ProvisionList | Decision | Addressee | SectionHeading)[]]
}

/** Paragraph without a number. Allowed in parts whose kind does not number, in notes and in cells. Contains phrasing. */
export interface TextParagraph extends Parent {
  type: 'textParagraph'
  unit?: string | undefined
  style: string
  children: InlineNode[]
}

/**
 * Clause: an unnumbered paragraph that may introduce lettered items, as resolutions have them. Allowed in parts that do
 * not number. Contains a lead paragraph, then at most one list. Its style says whether it is preambular or operative.
 * Example: `RECOMMENDS that Parties:` with `a)`, `b)` under it.
 */
export interface Clause extends Parent {
  type: 'clause'
  unit?: string | undefined
  style: 'unnumbered' | 'preambular' | 'operative' | 'quotation'
  /** Whether what follows it belongs to it, such as a quotation, and stays on its page. */
  isKeptWithNext?: boolean
  children: [LeadParagraph, ...ProvisionList[]]
}

/**
 * Quotation: words of another text, set in from both margins. Allowed in a part and in a provision. Contains clauses
 * of the style `quotation`, and of a text that is kept with its labels its labelled paragraphs and the heading of its
 * addressees. Example: a paragraph of a resolution.
 */
export interface Quotation extends Parent {
  type: 'quotation'
  /** Sequence and level of the provision in which it stands, which it is set in from. */
  within?: {sequenceKind: string; level: number}
  children: (Clause | Decision | Addressee)[]
}

/** Pivot: the line between preamble and operative part, where the Conference is named. Allowed in a part. */
export interface Pivot extends Parent {
  type: 'pivot'
  unit: string
  children: InlineNode[]
}

/**
 * Lead paragraph of a numbered paragraph, decision or provision: the words that stand beside the label.
 * Contains phrasing.
 */
export interface LeadParagraph extends Parent {
  type: 'leadParagraph'
  children: InlineNode[]
}

/**
 * List of lettered provisions. Allowed in numbered paragraphs, clauses, decisions and provisions. Contains provisions.
 */
export interface ProvisionList extends Parent {
  type: 'provisionList'
  children: Provision[]
}

/**
 * Lettered provision: `a)`, `i)`, `A.` by depth; in a text that is quoted the label that it has there (`literal`), with a
 * sequence of its own. Contains a lead paragraph, then quotations and at most one list.
 */
export interface Provision extends Parent {
  type: 'provision'
  unit?: string | undefined
  sequence: string
  sequenceKind: string
  level: number
  literal?: string
  /** Instead of `literal`: its places in the decision from which it is quoted, of which `number` makes the label. */
  quotedPath?: number[]
  label?: string
  /** Written by `number`: its place in the list, from 1. */
  place?: number
  children: [LeadParagraph, ...(Quotation | ProvisionList)[]]
}

/**
 * Addressee heading: “Directed to the Secretariat”. Allowed in a part, in a numbered paragraph and in a quotation, before
 * decisions. Contains phrasing.
 */
export interface Addressee extends Parent {
  type: 'addressee'
  unit: string
  /** Whether it stands under the heading of a subject. */
  isUnder?: boolean
  /** What it belongs to, as far as which it is set in: what a numbered paragraph quotes, or a quotation. */
  within?: 'numberedParagraph' | 'quotation'
  children: InlineNode[]
}

/**
 * Decision: its label hangs at the margin; also one provision of it, or a paragraph of another text, that is quoted with
 * its label. Allowed in a part (a draft), in a numbered paragraph and in a quotation.
 * Contains a lead paragraph and at most one list. Example: `14.XX Le Secrétariat devrait:`.
 */
export interface Decision extends Parent {
  type: 'decision'
  unit: string
  /** Path of the file that holds its words. */
  file: string
  sequence: string
  sequenceKind: string
  level: number
  literal: string
  /** Instead of `literal`: places of a provision in its decision, of which `number` makes the label: `[3]` is `c)`. */
  quotedPath?: number[]
  label?: string
  place?: number
  children: [LeadParagraph, ...ProvisionList[]]
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

/** Table with a visible caption. Allowed in a part. Contains a caption and one mdast table whose cells have units. */
export interface CaptionedTable extends Parent {
  type: 'captionedTable'
  unit: string
  /** Relative widths of the columns, whole numbers. */
  widths: number[]
  /** Whether its columns stand under those of the same tables before it. */
  sharesColumns?: boolean
  children: [TableCaption, Table]
}

/** Caption of a table. Contains phrasing. */
export interface TableCaption extends Parent {
  type: 'tableCaption'
  unit: string
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
  | Quotation
  | Pivot
  | Addressee
  | Decision
  | CaptionedTable
  | AnswerSpace
  | Note
