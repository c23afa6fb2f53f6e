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
  /** Whether it is another line of the block before it. */
  continues?: boolean
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
  /** Whether paragraphs after the pivot of a resolution are numbered; as the period has them where undefined. */
  'numbers-operative'?: boolean
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

/** Whether captions have numbers. */
export type Captions = 'numbered' | 'unnumbered'

/** A kind of document: templates/kinds/<id>.yaml. */
export interface Kind {
  name: string
  /** Pattern of a symbol that is the same in every language; the other kinds have a phrase. */
  symbol?: string
  'symbol-phrase'?: string
  /** Whether a symbol of words holds a number. */
  'has-number'?: boolean
  'number-form'?: 'plain' | 'by-year'
  /** Whether its documents are texts as they were adopted: no rule says anything of their words. */
  adopted?: boolean
  /** Whether a revision has the name of the meeting that made it: (Rev. CoP15). */
  'revised-by-meeting'?: boolean
  /** Whether its headings are items of the agenda of their meeting. */
  'items-of-agenda'?: boolean
  /** How its documents stand in the agenda of their meeting: their number is that of the item, or they are only listed. */
  'on-agenda'?: 'item' | 'listed'
  /** Without it, documents of the kind are not released. */
  'file-names'?: FileNames
  'numbers-paragraphs': boolean
  /** Whether paragraphs after the pivot of a resolution are numbered; as the period has them where undefined. */
  'numbers-operative'?: boolean
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
  /** Whether captions of tables and pictures have numbers: they have none where undefined. */
  captions?: Captions
  deadline?: DeadlineRule
  /** Of a kind that serves several bodies: the rule of each that has one. */
  deadlines?: Record<string, DeadlineRule>
  /** Which offices of a Party may submit its documents, which authors are no Party, and where that stands. */
  submitters?: {offices: string[]; except: string[]; since?: string; until?: string; source: string}
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
