import type {Root} from 'mdast'
import type {MarkdownSource} from '../load/index.ts'
import type {Fact} from './fact.ts'
import type {
  BudgetFact,
  CommentsFact,
  ConsultancyFact,
  FundingFact,
  NotificationFact,
  OutcomeFact,
  ParticipantsFact,
  ProgrammeFact,
  RecommendationsFact,
  ReplyFact,
  ResolutionFact,
  WorkshopFact,
  WorkshopWords,
} from './fact-types.ts'
import type {AnnexForm, GlossaryTerm, Kind, Language, Profile, Templates} from './template-types.ts'

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
  /** Categories of persons and organizations that it says should be invited. */
  invitees?: string[]
  provisions?: ProvisionFact[]
}

/** A decision of decisions.yaml: its labels, whom it is directed to, its provisions. */
export interface DecisionFact {
  id: string
  labels: {draft: string; adopted: string | null; example?: boolean}
  addressee: string
  'report-to'?: string
  'reported-in'?: string
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
  /** Id of the words for the next step. */
  next?: string
}

/** By when a task is due: one of a day, the end of a meeting, the deadline of a document. */
export interface DueFact {
  date?: string
  meeting?: string
  document?: string
  example?: boolean
}

/** A condition on facts, or several of which one is enough: `outcome.draft-resolution`. */
export type Conditions = string | string[]

/** What is done about a provision, or about an instruction given at a meeting: tasks.yaml. */
export interface TaskFact {
  id: string
  provision?: string
  'instructed-at'?: string
  when?: Conditions
  owner: string
  'depends-on'?: string[]
  due?: DueFact
  funding?: {source: 'core' | 'external'; secured?: boolean}
  entries: TaskEntry[]
}

/** The words of a task in one language. */
export interface TaskWords {
  action: string
  evidence?: Record<string, string>
  next?: Record<string, string>
}

/** All that is known about one subject: a folder of documents/decisions/. */
export interface Subject {
  id: string
  /** Names of its files that are there and have errors of their own, such as `outcome.yaml`. */
  refused: ReadonlySet<string>
  decisions: Fact<{decisions: DecisionFact[]}>
  words: Map<string, Fact<{subject: string; decisions: Record<string, DecisionWords>}>>
  tasks?: Fact<{tasks: TaskFact[]}>
  taskWords: Map<string, Fact<{tasks: Record<string, TaskWords>}>>
  notification?: Fact<NotificationFact>
  replies?: Fact<{example?: boolean; replies: ReplyFact[]}>
  funding?: Fact<FundingFact>
  fundingWords: Map<string, Fact<{donors?: Record<string, string>; lines?: Record<string, string>}>>
  comments?: Fact<CommentsFact>
  commentsWords: Map<string, Fact<{senders: Record<string, string>}>>
  outcome?: Fact<OutcomeFact>
  outcomeWords: Map<string, Fact<{measures?: Record<string, string>; speakers?: Record<string, string>}>>
  budget?: Fact<BudgetFact>
  budgetWords: Map<string, Fact<{activities: Record<string, string>}>>
  workshop?: Fact<WorkshopFact>
  workshopWords: Map<string, Fact<WorkshopWords>>
  programme?: Fact<ProgrammeFact>
  programmeWords: Map<string, Fact<{sessions: Record<string, string>}>>
  participants?: Fact<ParticipantsFact>
  participantsWords: Map<string, Fact<{participants: Record<string, string>}>>
  recommendations?: Fact<RecommendationsFact>
  recommendationsWords: Map<string, Fact<{recommendations: Record<string, string>}>>
  consultancy?: Fact<ConsultancyFact>
  consultancyWords: Map<string, Fact<{deliverables: Record<string, string>}>>
}

/** An item of an agenda: with a document made here, one made elsewhere, or none. */
export interface AgendaItemFact {
  id: string
  document?: string
  item?: string
  'no-document'?: true
  symbol?: string
  posted?: string
  example?: boolean
}

/** The agenda of a meeting: documents/agendas/<meeting>.yaml. */
export interface Agenda {
  fact: Fact<{sections: {heading: string; items: AgendaItemFact[]}[]}>
  words: Map<string, Fact<{items: Record<string, string>}>>
}

/** Whether the words of a language may still be missing. */
export type LanguageState = 'drafting' | 'complete'

/** A document.yaml as its author wrote it. */
export interface DocumentFact {
  kind: string
  meeting: string
  symbol?: {number: string | null; revision: number | null}
  committee?: string
  agenda?: string[]
  author: string
  /** Which office of a Party sent it. */
  'submitted-by'?: {office: string; 'signed-original'?: string}
  /** The day on which the Secretariat had it from others. */
  received?: string
  date: string
  'as-of'?: string
  'example-date'?: boolean
  original: string
  languages: Record<string, LanguageState>
  subject: string
  proposes?: string
  /** References of the provisions that it carries out. */
  implements?: string[]
  amends?: ResolutionFact
  when?: Conditions
  annexes?: (string | {name: string; form?: string; when?: Conditions})[]
  posted?: PostingFact[]
}

/** When a revision was posted, and the digest of its words by language. */
export interface PostingFact {
  revision: number | null
  date: string
  words?: Record<string, string>
}

/** An annex that is printed: its name, and the form that its kind gives it. */
export interface AnnexPlan {
  name: string
  /** The annex of which it is an annex: `annex-1` for `annex-1-a`. */
  of?: string
  form?: AnnexForm
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
  /** Body and annexes per language, in order; a part whose file is missing is absent. */
  parts: Map<string, {name: string; source: MarkdownSource}[]>
}

/** Everything the build knows: facts, typed, every reference followed. */
export interface Dossier {
  languages: Language[]
  meetings: Map<string, Meeting>
  meetingWords: Map<string, Fact<{meetings: Record<string, MeetingWords>}>>
  subjects: Map<string, Subject>
  /** Agendas by the id of their meeting. */
  agendas: Map<string, Agenda>
  /** As of which day the page of the status is told; that of the latest fact where undefined. */
  dashboardDate?: string
  /** Terms, and the variants that documents do not use; none where there is no glossary. */
  glossary: GlossaryTerm[]
  documents: DocumentPlan[]
  /** Documents whose condition does not hold: they are not built, but what is asked about them is known. */
  dormant: DocumentPlan[]
  /** Documents that could not be planned, by path: a reference of theirs leads nowhere. */
  refused: Set<string>
  templates: Templates
}

export type {Root}
