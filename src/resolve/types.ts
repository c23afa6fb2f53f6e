import type {Root} from 'mdast'
import type {MarkdownSource, Source} from '../load/index.ts'
import type {Ledger, UnitPair} from '../translation/index.ts'
import type {Pictures} from '../validate/index.ts'
import type {AnnexForm, Captions, Kind} from './kind-types.ts'
import type {Located} from './located.ts'
import type {Profile} from './profile-types.ts'
import type {Conditions, Decisions, FactsBySort, ResolutionName, SortOfFacts} from './record-types.ts'
import type {GlossaryTerm, Language, Templates} from './template-types.ts'
import type {QuotedText} from './text-types.ts'

/** Days in a row, the first and the last: ISO dates. */
export interface Spell {
  starts: string
  ends: string
}

/** A meeting of documents/meetings.yaml. Its `starts` and `ends` are the first and the last day of all. */
export interface Meeting extends Spell {
  id: string
  code: string
  body: string
  ordinal: number
  profile: string
  /** The days in a row on which it met; mostly one spell. */
  spells: Spell[]
  /** Whether it has a place of its own; a joint meeting without days of its own has not. */
  hasPlace: boolean
  /** The meetings that a joint one joins; the code, body and ordinal of such a one are made from theirs. */
  joint?: Meeting[]
}

/** Where a meeting takes place, in one language. */
export interface MeetingWords {
  city: string
  country: string
}

/** The files of facts of a subject by their sort; every subject has its decisions. */
export type SubjectFacts = {[Sort in SortOfFacts]?: Located<FactsBySort[Sort]['value']>} & {
  decisions: Located<Decisions>
}

/** The words beside the files of facts by their sort, each by language; a sort without words has none. */
export type SubjectWords = {
  [Sort in SortOfFacts]: ReadonlyMap<string, Located<FactsBySort[Sort]['words']>>
}

/** All that is known about one subject: a folder of documents/decisions/. */
export interface Subject {
  id: string
  /** Names of its files that are there and have errors of their own, such as `outcome.yaml`. */
  refused: ReadonlySet<string>
  facts: SubjectFacts
  words: SubjectWords
}

/** An item of an agenda: with a document made here, one made elsewhere, or none. */
export interface AgendaItem {
  id: string
  document?: string
  item?: string
  'no-document'?: true
  symbol?: string
  posted?: string
  /** Of an item that only stands over others: nothing is said of a document. */
  group?: true
  /** Of an item that has no number and no document made here. */
  unnumbered?: true
  /** Ids of the annexes of a document made elsewhere, whose titles stand among those of the items. */
  annexes?: string[]
  /** Whether its words have a remark on what changed, such as “Addition of the Annex”. */
  remark?: true
  example?: boolean
}

/** The agenda of a meeting: documents/agendas/<meeting>.yaml. */
export interface Agenda {
  yaml: Located<{sections: {heading?: string; under?: string; items: AgendaItem[]}[]}>
  words: Map<string, Located<{items: Record<string, string>; remarks?: Record<string, string>}>>
}

/** Whether the words of a language may still be missing. */
export type LanguageState = 'drafting' | 'complete'

/** A document.yaml as its author wrote it. */
export interface DocumentRecord {
  kind: string
  meeting: string
  /** `numbers`: of a document of a joint meeting, by the meeting at which it has another. */
  symbol?: {number: string | null; revision: number | string | null; numbers?: Record<string, string>}
  committee?: string
  /** Number of the drafting or working group whose document it is. */
  group?: string
  /** Its printing habits, where they are not those of its meeting. */
  profile?: string
  agenda?: string[]
  /** One, or several together. */
  author: string | string[]
  /** Which office of a Party sent it. */
  'submitted-by'?: {office: string; 'signed-original'?: string}
  /** The day on which the Secretariat had it from others. */
  received?: string
  date: string
  'as-of'?: string
  'example-date'?: boolean
  original: string
  languages: Record<string, LanguageState>
  /** Left out where it tells nothing of one. */
  subject?: string
  proposes?: string
  /** References of the provisions that it carries out. */
  implements?: string[]
  amends?: ResolutionName
  when?: Conditions
  /** Where it is otherwise than its kind says. */
  captions?: Captions
  annexes?: (string | AnnexRecord)[]
  /** What it is to hold by its own word. */
  requires?: Requirements
  posted?: Posting[]
}

/** An annex as document.yaml lists it. */
export interface AnnexRecord {
  name: string
  form?: string
  when?: Conditions
  requires?: {blocks: string[]}
  /** Code of the language in which alone it is written. */
  only?: string
  number?: false
  'numbers-paragraphs'?: boolean
}

/** What a document says of itself that it holds, by the ids of headings, the names of directives and of facts. */
export interface Requirements {
  sections?: string[]
  'last-section'?: string
  blocks?: string[]
  facts?: string[]
  /** Least number of annexes; an annex of an annex is not counted. */
  annexes?: number
}

/** When a revision was posted, and the digest of its words by language. */
export interface Posting {
  revision: number | null
  date: string
  words?: Record<string, string>
}

/** An annex that is printed: its name, and the form that its kind gives it. */
export interface AnnexPlan {
  name: string
  /** The language in which alone it is written. */
  only?: Language
  /** Whether it has no number among several. */
  isUnnumbered?: true
  /** The annex of which it is an annex: `annex-1` for `annex-1-a`. */
  of?: string
  form?: AnnexForm
  /** Names of the directives that it says it holds. */
  requiredBlocks?: readonly string[]
}

/** A document to be built, with every reference of its document.yaml followed. */
export interface DocumentPlan {
  /** Path from documents/, such as `sc58/internet-trade`; also its output's path. */
  path: string
  yaml: Located<DocumentRecord>
  kind: Kind
  meeting: Meeting
  profile: Profile
  /** Without any decisions and facts where the document names none. */
  subject: Subject
  /** The subject whose draft decisions it proposes, where that is another one. */
  proposed?: Subject
  /** The day whose facts it states. */
  asOf: string
  /** The day by which it must be submitted, where its kind has a rule. */
  deadline?: string
  /** Whether it came after that day, so that it is issued in one language only. */
  isReceivedLate: boolean
  annexes: AnnexPlan[]
  /** Languages in the order of the labels files. */
  languages: {language: Language; state: LanguageState}[]
  /** Codes of those that it is in, and cannot be made in: the templates of the language have errors. */
  languagesInError: string[]
  /** Body and annexes per language, in order; a part whose file is missing is absent. */
  parts: Map<string, {name: string; source: MarkdownSource}[]>
}

/** A file of words and its translation into one language. */
export interface TranslatedFile {
  /** Name without language and ending: `body`. */
  stem: string
  original: Source
  /** Undefined where the language has none. */
  translation: Source | undefined
  /** Path of the translation, whether it is there or not. */
  path: string
}

/** The words of a folder in one language beside their original: what a ledger is about. */
export interface Translation {
  /** Such as `documents/sc58/internet-trade`. */
  folder: string
  /** Codes of the two languages. */
  original: string
  language: string
  /** Whether something may still be missing. */
  state: LanguageState
  /** Documents that are made from them, in the order of their paths. */
  documents: readonly DocumentPlan[]
  files: readonly TranslatedFile[]
  /** Path of the ledger; whether it is there; undefined while it has errors. */
  ledgerPath: string
  hasLedger: boolean
  ledger: Ledger | undefined
  /** The units of its files in their order; they are read when somebody asks. */
  pairs(): readonly UnitPair[]
}

/** Everything the build knows: facts, typed, every reference followed. */
export interface Dossier {
  languages: Language[]
  meetings: Map<string, Meeting>
  /** The file of the meetings; undefined where it is missing or has errors. */
  meetingsYaml?: Located<unknown>
  meetingWords: Map<string, Located<{meetings: Record<string, MeetingWords>}>>
  subjects: Map<string, Subject>
  /** Agendas by the id of their meeting. */
  agendas: Map<string, Agenda>
  /** Resolutions and decisions of elsewhere that documents quote, by the name of their file. */
  texts: Map<string, QuotedText>
  /** As of which day the page of the status is told; that of the latest fact where undefined. */
  dashboard?: Located<{'as-of': string}>
  /** Terms, and the variants that documents do not use; none where there is no glossary. */
  glossary: GlossaryTerm[]
  documents: DocumentPlan[]
  /** Documents whose condition does not hold: they are not built, but what is asked about them is known. */
  dormant: DocumentPlan[]
  /** Documents that could not be planned, by path: a reference of theirs leads nowhere. */
  refused: Set<string>
  /** The bodies of these that are sound, by path and language, so that a list of all can call them by their titles. */
  refusedBodies: Map<string, ReadonlyMap<string, MarkdownSource>>
  /** Words that are made in several languages, by folder and language. */
  translations: readonly Translation[]
  /** Pictures of documents that are asked for, by path. */
  pictures: Pictures
  templates: Templates
}

export type {Root}
