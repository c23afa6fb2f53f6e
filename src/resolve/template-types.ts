import type {Authors} from './author-types.ts'
import type {FactsDescription} from './description-types.ts'
import type {Kind} from './kind-types.ts'
import type {Located} from './located.ts'
import type {OrdinalDigits, Profile} from './profile-types.ts'
import type {Usage} from './usage-types.ts'

/** A language the documents are built in, from templates/labels.<lang>.yaml. */
export interface Language {
  code: string
  tag: string
  name: string
  /** Its name in messages, which are English; its own where the English labels do not know it. */
  english: string
  /** First letter of the file names on the Convention's site: E, F, S. */
  letter: string
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
  /** Before captions that are numbered, by the kind of their sequence, with `{number}`. */
  captions: {'table-caption': string; 'picture-caption': string}
  /** What a redline says at the new place of what has been moved; the number that it had is `{number}`. */
  redline: {'moved-from': string; moved: string; unchanged: string}
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
  /** Whether it is written only into documents that use it. */
  'where-used'?: boolean
}

/** How everything looks: templates/styles.yaml. Distances in twips, sizes in points. */
export interface Styles {
  page: {width: number; height: number; margin: number; footer: number}
  font: {family: string; size: number; fallback: string[]}
  line: number
  'paragraph-styles': Record<string, ParagraphStyle>
  'character-styles': Record<string, CharacterStyle>
  /** Fonts in Word for languages whose letters that of the text lacks, by their two letters. */
  'writing-fonts': Record<string, string>
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
  /** ISO date: the last day on which no revision is missing; undefined where only texts of the root tell of it. */
  'complete-until'?: string
  /** `since`: ISO date. */
  revisions: {revision: string; since: string}[]
}

/** A term of documents/glossary.yaml in each language. */
export interface GlossaryTerm {
  id: string
  words: Record<string, {term: string; also?: string[]; forbidden?: string[]}>
  /** Whether it is ordinary words too, so that a translation need not have its equivalent. */
  'several-senses'?: boolean
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
