import type {Root} from 'mdast'
import type {MarkdownSource, YamlData} from '../load/index.ts'

/** A YAML value of a known shape, with its path and its places. */
export interface Fact<T> {
  path: string
  data: YamlData
  value: T
}

/** A language the documents are built in, from templates/labels.<lang>.yaml. */
export interface Language {
  code: string
  tag: string
  name: string
  /** First letter of the file names on the Convention's site: E, F, S. */
  letter: string
}

export interface Meeting {
  id: string
  code: string
  body: string
  ordinal: number
  starts: string
  ends: string
  profile: string
}

export interface MeetingWords {
  city: string
  country: string
}

/** A provision as decisions.yaml nests it: `a)` holds `i)`. */
export interface ProvisionFact {
  id: string
  provisions?: ProvisionFact[]
}

export interface DecisionFact {
  id: string
  labels: {draft: string; adopted: string | null; example?: boolean}
  addressee: string
  'report-to'?: string
  source?: {document: string}
  provisions?: ProvisionFact[]
}

export interface DecisionWords {
  text: string
  provisions?: Record<string, string>
}

export interface EvidenceFact {
  id: string
  type: string
  date: string
  example?: boolean
  url?: string
}

export interface TaskEntry {
  date: string
  status: string
  example?: boolean
  evidence?: EvidenceFact[]
}

export interface TaskFact {
  id: string
  provision: string
  owner: string
  'depends-on'?: string[]
  due?: {date: string; example?: boolean}
  entries: TaskEntry[]
}

export interface TaskWords {
  action: string
  evidence?: Record<string, string>
}

export interface NotificationFact {
  number: string | null
  date: string
  'reply-by': string
  example?: boolean
}

export interface ReplyFact {
  party: string
  region: string
  date: string
  answered: string[]
}

export interface FundingEntry {
  id: string
  donor: string
  amount: number
  currency: string
  status: string
  date: string
  example?: boolean
}

export interface WorkshopFact {
  'known-from': string
  starts: string
  ends: string
  'participants-more-than': number
  countries: number
  example?: boolean
}

export interface WorkshopWords {
  title: string
  venue: string
  city: string
  country: string
}

/** All that is known about one subject: a folder of documents/decisions/. */
export interface Subject {
  id: string
  decisions: Fact<{decisions: DecisionFact[]}>
  words: Map<string, Fact<{subject: string; decisions: Record<string, DecisionWords>}>>
  tasks?: Fact<{tasks: TaskFact[]}>
  taskWords: Map<string, Fact<{tasks: Record<string, TaskWords>}>>
  notification?: Fact<NotificationFact>
  replies?: Fact<{example?: boolean; replies: ReplyFact[]}>
  funding?: Fact<{entries: FundingEntry[]}>
  fundingWords: Map<string, Fact<{donors: Record<string, string>}>>
  workshop?: Fact<WorkshopFact>
  workshopWords: Map<string, Fact<WorkshopWords>>
}

/** One block of a cover, as a kind lists it: a value the build knows, words of the front matter, or a label. */
export interface CoverTemplate {
  id: string
  style: string
  value?: string
  words?: string
  label?: string
  capitals?: boolean
}

/** A kind of document: templates/kinds/<id>.yaml. */
export interface Kind {
  name: string
  symbol: string
  'numbers-paragraphs': boolean
  'decision-label': 'draft' | 'adopted'
  'final-accepts-draft-labels': boolean
  cover: CoverTemplate[]
  heading: string
  opening?: string
  needs: {sections?: string[]; 'last-section'?: string; directives?: string[]; annexes?: number}
}

/** Fixed words of a language. */
export interface Labels {
  language: {name: string; tag: string; letter: string; order: number}
  convention: string[]
  bodies: Record<string, {name: string; 'of-the': string}>
  ordinals: Record<string, {word: string; number: string}>
  months: string[]
  'agenda-headings': Record<string, string>
  'document-types': Record<string, string>
  addressees: Record<string, string>
  actors: Record<string, string>
  regions: Record<string, string>
  statuses: Record<string, string>
  columns: Record<string, string>
  page: {skip: string; languages: string; notes: string; document: string}
}

export interface ParagraphStyle {
  word: string
  'built-in'?: boolean
  'based-on'?: string
  align?: 'left' | 'right' | 'center' | 'justify'
  before?: number
  after?: number
  left?: number
  right?: number
  size?: number
  bold?: boolean
  italic?: boolean
  'keep-next'?: boolean
  outline?: number
}

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

export type Numbering = Record<string, {levels: Level[]}>

export interface Profile {
  'unaccented-capitals': string[]
}

/** All that an officer may change without code. */
export interface Templates {
  labels: Map<string, Fact<Labels>>
  phrases: Map<string, Fact<Record<string, string>>>
  kinds: Map<string, Fact<Kind>>
  profiles: Map<string, Fact<Profile>>
  styles: Styles
  numbering: Numbering
}

export type LanguageState = 'drafting' | 'complete'

export interface DocumentFact {
  kind: string
  meeting: string
  symbol: {number: string | null; revision: number | null}
  committee?: string
  agenda?: string[]
  author: string
  date: string
  'example-date'?: boolean
  original: string
  languages: Record<string, LanguageState>
  subject: string
  annexes?: string[]
}

/** A document to be built, with every reference of its document.yaml followed. */
export interface DocumentPlan {
  /** Path from documents/, such as `sc58/internet-trade`; also its output's path. */
  path: string
  fact: Fact<DocumentFact>
  kind: Kind
  meeting: Meeting
  profile: Profile
  subject: Subject
  /** Languages in the order of the labels files. */
  languages: {language: Language; state: LanguageState}[]
  /** Body and annexes per language, in order; a part whose file is missing is absent. */
  parts: Map<string, {name: string; source: MarkdownSource}[]>
}

/** Everything the build knows: facts, typed, every reference followed. */
export interface Dossier {
  languages: Language[]
  meetings: Map<string, Meeting>
  meetingWords: Map<string, Fact<{meetings: Record<string, MeetingWords>}>>
  subjects: Map<string, Subject>
  documents: DocumentPlan[]
  /** Documents that could not be planned, by path: a reference of theirs leads nowhere. */
  refused: Set<string>
  templates: Templates
}

export type {Root}
