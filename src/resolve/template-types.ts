import type {Authors} from './author-types.ts'
import type {FactsDescription} from './description-types.ts'
import type {Located} from './located.ts'
import type {OrdinalDigits, Profile} from './profile-types.ts'
import type {Usage} from './usage-types.ts'

/** A language the documents are built in, from templates/labels.<lang>.yaml. */
export interface Language {
  code: string
  tag: string
  name: string
  /** First letter of the file names on the Convention's site: E, F, S. */
  letter: string
}

/** One block of a cover, as a kind lists it: a value the build knows, words of the front matter, a label or a phrase. */
export interface CoverTemplate {
  id: string
  style: string
  value?: string
  words?: string
  label?: string
  phrase?: string
  capitals?: boolean
  /** Of words: false where they may be left out. */
  required?: boolean
  /** Of words: whether they may be a list, each text of which is a line. */
  lines?: boolean
  /** Of words: key of the phrase that stands before them, such as “Chair:”. */
  caption?: string
  /** Of all but words: key of the front matter that may hold a note on the block. */
  note?: string
}

/** How long before its meeting a document must be submitted, and where the rule stands. */
export interface DeadlineRule {
  'days-before-meeting': number
  /** First day of the first meeting for which it is known to have held; it always did where undefined. */
  since?: string
  severity: 'error' | 'warning'
  source: string
}

/** A form that an annex of a kind may have, such as a draft resolution. */
export interface AnnexForm {
  'document-type'?: string
  /** Key of a phrase that is printed under it. */
  phrase?: string
  'numbers-paragraphs': boolean
  /** Whether the numbers begin with the first section only. */
  'numbers-from-section'?: boolean
  landscape?: boolean
  /** What `new` puts into such an annex of a kind without a starter. */
  needs?: {directives?: string[]}
}

/** Patterns of the names under which files are released; each is filled in and put behind the one before. */
export interface FileNames {
  /** Such as `{letter}{ordinal}-{number}`. */
  document: string
  /** Such as `R{revision}`. */
  revision: string
  /** Such as `A{annex}`. */
  annex: string
}

/** One block of a starter; the names are ids of units and keys of its words. `block` is what stands behind `::`. */
export interface StarterBlock {
  section?: string
  /** A heading under a section. */
  heading?: string
  paragraph?: string
  items?: string[]
  block?: string
  /** Only where the document has a subject (true), or only where it has none (false); always where undefined. */
  'with-subject'?: boolean
}

/** What a new document of a kind holds, the same in every language; its words are in the labels. */
export interface Starter {
  body: StarterBlock[]
  annexes?: {form?: string; body: StarterBlock[]}[]
}

/** A kind of document: templates/kinds/<id>.yaml. */
export interface Kind {
  name: string
  /** Pattern of a symbol that is the same in every language; the other kinds have a phrase. */
  symbol?: string
  'symbol-phrase'?: string
  /** Whether a symbol of words holds a number. */
  'has-number'?: boolean
  'number-form'?: 'plain' | 'by-year'
  /** Whether a revision has the name of the meeting that made it: (Rev. CoP15). */
  'revised-by-meeting'?: boolean
  /** Whether its headings are items of the agenda of their meeting. */
  'items-of-agenda'?: boolean
  /** How its documents stand in the agenda of their meeting: their number is that of the item, or they are only listed. */
  'on-agenda'?: 'item' | 'listed'
  /** Without it, documents of the kind are not released. */
  'file-names'?: FileNames
  'numbers-paragraphs': boolean
  landscape?: boolean
  'decision-label': 'draft' | 'adopted'
  'final-accepts-draft-labels': boolean
  cover: CoverTemplate[]
  heading: string
  opening?: string
  /** Whether the opening paragraph has a number where the others have; so where undefined. */
  'numbers-opening'?: boolean
  /** How notes are marked: with 1, 2, 3 where undefined. */
  'note-marks'?: 'numbers' | 'signs'
  deadline?: DeadlineRule
  /** Of a kind that serves several bodies: the rule of each that has one. */
  deadlines?: Record<string, DeadlineRule>
  /** Which offices of a Party may submit its documents, which authors are no Party, and where that stands. */
  submitters?: {offices: string[]; except: string[]; since?: string; source: string}
  /** The first day of the meetings from which on proposals say what they cost; never asked where undefined. */
  'costs-since'?: string
  /** How many pages a document may have without its annexes. */
  pages?: number
  /** Headings whose paragraphs have a numbering of their own, by the heading's id. */
  sequences?: Record<string, string>
  /** The sequence that numbers the headings of sections, such as A. Proposal. */
  'section-sequence'?: string
  /** Sections under which headings are numbered too: 1. Taxonomy, and the paragraphs under those 1.1, 1.2. */
  'heading-sequences'?: Record<string, string>
  'annex-forms'?: Record<string, AnnexForm>
  /** What `new` begins with where there is no starter; no document is asked for it. */
  needs?: {
    sections?: string[]
    'last-section'?: string
    directives?: string[]
    facts?: string[]
    annexes?: number
  }
  starter?: Starter
}

/** An ordinal that follows no rule, in words and in digits; what is left out is made by the rules. */
export interface WrittenOrdinal {
  word?: string
  number?: string
}

/** How the ordinals of a language are made that are not listed one by one. */
export interface OrdinalRules {
  /** What a number, or its end, is by itself, by the number. */
  ends: Record<string, string>
  /** What a number begins with, by the greatest that leaves a rest: `fifty-{rest}`. */
  begins: Record<string, string>
  digits: OrdinalDigits[]
}

/** Fixed words of a language. */
export interface Labels {
  language: {name: string; tag: string; letter: string; order: number; names: Record<string, string>}
  convention: string[]
  /** Those that follow no rule. */
  ordinals?: Record<string, WrittenOrdinal>
  'ordinal-rules'?: OrdinalRules
  months: string[]
  'agenda-headings': Record<string, string>
  'document-types': Record<string, string>
  'geographical-note': {words: string; example: boolean}
  regions: Record<string, string>
  statuses: Record<string, string>
  resolution: {pivot: string}
  'funding-sources': Record<string, string>
  columns: Record<string, string>
  /** Words of the pages about all documents. */
  site: Record<string, string>
  page: {skip: string; languages: string; notes: string; back: string; document: string}
}

/** Words of new documents by the names of the starters: templates/starters.<lang>.yaml. */
export interface Starters {
  /** Those that all kinds share. */
  'of-all': Record<string, string>
  /** Each kind's own, by its name. */
  'of-kinds': Record<string, Record<string, string>>
  /** What the words of a new subject begin with; a language that lacks them has the words of a paragraph. */
  'of-subjects'?: Record<string, string>
}

/** How a body, an addressee or an author is called in one language; a form that nothing asks for is left out. */
export interface ActorForms {
  name?: string
  /** With its article, as it begins a sentence. */
  the?: string
  /** As it stands inside a sentence, where that is not the name. */
  within?: string
  gender?: string
  'of-the'?: string
  'directed-to'?: string
  /** The same over more than one, where the language says it otherwise. */
  'directed-to-several'?: string
  'decisions-begin'?: string[]
  /** Whether the forms are not confirmed in the language. */
  example?: boolean
}

/** Bodies, addressees and authors by id, each with its forms by language: templates/actors.yaml. */
export type Actors = Record<string, Record<string, ActorForms>>

/** A style of paragraphs. Distances in twips, size in points. */
export interface ParagraphStyle {
  word: string
  'built-in'?: boolean
  'based-on'?: string
  align?: 'left' | 'right' | 'center' | 'justify'
  before?: number
  after?: number
  left?: number
  right?: number
  /** How far the first line stands out to the left of the others; a tab leads from what stands there to the others. */
  hanging?: number
  size?: number
  bold?: boolean
  italic?: boolean
  'keep-next'?: boolean
  /** Whether a line is drawn around it. */
  border?: boolean
  /** Whether a tab leads to the right end of the line. */
  'tab-right'?: boolean
  outline?: number
  /** Whether it is written only into documents that use it. */
  'where-used'?: boolean
}

/** A style of words inside a paragraph. */
export interface CharacterStyle {
  word: string
  'built-in'?: boolean
  color?: string
  underline?: boolean
  strike?: boolean
  superscript?: boolean
  bold?: boolean
}

/** How everything looks: templates/styles.yaml. Distances in twips, sizes in points. */
export interface Styles {
  page: {width: number; height: number; margin: number; footer: number}
  font: {family: string; size: number; fallback: string[]}
  line: number
  'paragraph-styles': Record<string, ParagraphStyle>
  'character-styles': Record<string, CharacterStyle>
}

/** One level of a numbered sequence: templates/numbering.yaml. */
export interface Level {
  format: 'decimal' | 'lower-letter' | 'lower-roman' | 'upper-letter' | 'literal'
  text: string
  left: number
  hanging: number
  style: string
}

/** Every kind of numbered sequence: templates/numbering.yaml. */
export type Numbering = Record<string, {levels: Level[]}>

/** A resolution and its revisions, the oldest first: templates/instruments.yaml. */
export interface Instrument {
  number: string
  /** `since`: ISO date. */
  revisions: {revision: string; since: string}[]
}

/** A term of documents/glossary.yaml in each language. */
export interface GlossaryTerm {
  id: string
  words: Record<string, {term: string; forbidden?: string[]}>
}

/**
 * Names that facts, documents and kinds may use. Of words they are those of all languages together: a language that
 * lacks some is reported once, at the words, and not wherever they are used.
 */
export interface KnownNames {
  /** Undefined where the root's file has errors: nothing can be said of those that it names. */
  actors: Actors | undefined
  headings: ReadonlySet<string>
  documentTypes: ReadonlySet<string>
  regions: ReadonlySet<string>
  columns: ReadonlySet<string>
  phrases: ReadonlySet<string>
}

/** All that an officer may change without code. */
export interface Templates {
  /** Of everything that facts, documents and kinds may name. */
  names: KnownNames
  actors: Located<Actors>
  authors: Authors
  labels: Map<string, Located<Labels>>
  phrases: Map<string, Located<Record<string, string>>>
  kinds: Map<string, Located<Kind>>
  profiles: Map<string, Located<Profile>>
  usage: Map<string, Located<Usage>>
  starters: Map<string, Located<Starters>>
  instruments: Instrument[]
  /** What documents print of each sort of facts by themselves, by the name of the sort. */
  facts: Map<string, Located<FactsDescription>>
  styles: Styles
  numbering: Numbering
}
