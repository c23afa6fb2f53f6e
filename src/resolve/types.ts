import type {Root} from 'mdast'
import type {MarkdownSource} from '../load/index.ts'
import type {Fact} from './fact.ts'
import type {Kind, Language, Profile, Templates} from './template-types.ts'

/** A meeting of documents/meetings.yaml. */
export interface Meeting {
  id: string
  code: string
  body: string
  ordinal: number
  starts: string
  ends: string
  profile: string
}

/** Where a meeting takes place, in one language. */
export interface MeetingWords {
  city: string
  country: string
}

/** A provision as decisions.yaml nests it: `a)` holds `i)`. */
export interface ProvisionFact {
  id: string
  provisions?: ProvisionFact[]
}

/** A decision of decisions.yaml: its labels, whom it is directed to, its provisions. */
export interface DecisionFact {
  id: string
  labels: {draft: string; adopted: string | null; example?: boolean}
  addressee: string
  'report-to'?: string
  source?: {document: string}
  provisions?: ProvisionFact[]
}

/** The words of a decision in one language. */
export interface DecisionWords {
  text: string
  provisions?: Record<string, string>
}

/** What shows that a status is true. */
export interface EvidenceFact {
  id: string
  type: string
  date: string
  example?: boolean
  url?: string
}

/** The status of a task from a date on. */
export interface TaskEntry {
  date: string
  status: string
  example?: boolean
  evidence?: EvidenceFact[]
}

/** What is done about a provision: tasks.yaml. */
export interface TaskFact {
  id: string
  provision: string
  owner: string
  'depends-on'?: string[]
  due?: {date: string; example?: boolean}
  entries: TaskEntry[]
}

/** The words of a task in one language. */
export interface TaskWords {
  action: string
  evidence?: Record<string, string>
}

/** The Notification to the Parties: notification.yaml. */
export interface NotificationFact {
  number: string | null
  date: string
  'reply-by': string
  example?: boolean
}

/** The reply of a Party to the Notification. */
export interface ReplyFact {
  party: string
  region: string
  date: string
  answered: string[]
}

/** An amount of money, as it stood on a date. */
export interface FundingEntry {
  id: string
  donor: string
  amount: number
  currency: string
  status: string
  date: string
  example?: boolean
}

/** The workshop: workshop.yaml. */
export interface WorkshopFact {
  'known-from': string
  starts: string
  ends: string
  'participants-more-than': number
  countries: number
  example?: boolean
}

/** The words of the workshop in one language. */
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

/** Whether the words of a language may still be missing. */
export type LanguageState = 'drafting' | 'complete'

/** A document.yaml as its author wrote it. */
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
