/** Records of a subject's files of facts, as their schemas have proven them: documents/decisions/<subject>/. */

/** A provision as decisions.yaml nests it: `a)` holds `i)`. */
export interface ProvisionRecord {
  id: string
  /** Categories of persons and organizations that it says should be invited. */
  invitees?: string[]
  /** The meeting that deleted it from the decision. */
  'deleted-at'?: string
  provisions?: ProvisionRecord[]
}

/** A decision of decisions.yaml: its labels, whom it is directed to, its provisions. */
export interface DecisionRecord {
  id: string
  labels: {draft: string; adopted: string | null; example?: boolean}
  /** Read with addresseesOf. */
  addressee: string | string[]
  'report-to'?: string
  'reported-in'?: string
  source?: {document: string}
  provisions?: ProvisionRecord[]
}

/** The words of a decision in one language. */
export interface DecisionWords {
  text: string
  provisions?: Record<string, string>
  /** Words that go on after the provisions, without a letter. */
  closing?: string
  /** Notes at the foot of the page, by the name with which the words refer to them. */
  notes?: Record<string, string>
}

/** What shows that a status is true. */
export interface Evidence {
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
  evidence?: Evidence[]
  /** Id of the words for the next step. */
  next?: string
}

/** By when a task is due: one of a day, the end of a meeting, the deadline of a document. */
export interface Due {
  date?: string
  meeting?: string
  document?: string
  example?: boolean
}

/** A condition on facts, or several of which one is enough: `outcome.draft-resolution`. */
export type Conditions = string | string[]

/** What is done about a provision, or about an instruction given at a meeting: tasks.yaml. */
export interface Task {
  id: string
  provision?: string
  'instructed-at'?: string
  when?: Conditions
  owner: string
  'depends-on'?: string[]
  due?: Due
  funding?: {source: 'core' | 'external'; secured?: boolean}
  entries: TaskEntry[]
}

/** The words of a task in one language. */
export interface TaskWords {
  action: string
  evidence?: Record<string, string>
  next?: Record<string, string>
}

/** The Notification to the Parties: notification.yaml. */
export interface Notification {
  /** Absent where `document` stands: the number is then that of the document. */
  number?: string | null
  document?: string
  date: string
  'reply-by': string
  'reply-to'?: string
  example?: boolean
}

/** The reply of a Party to the Notification. */
export interface Reply {
  party: string
  region: string
  date: string
  answered: string[]
}

/** What was asked of donors, with its parts. */
export interface Appeal {
  date: string
  amount: number
  lines: {id: string; amount: number}[]
  example?: boolean
}

/** A donor's contribution, as it stood from each date on; an entry without an amount means the whole of it. */
export interface Contribution {
  id: string
  donor: string
  amount: number
  entries: {date: string; status: 'pledged' | 'received' | 'withdrawn'; amount?: number}[]
  example?: boolean
}

/** The funds of a subject, in one currency: funding.yaml. */
export interface Funding {
  currency: string
  appeal?: Appeal
  contributions?: Contribution[]
}

/** The call for comments on published results, and the comments: comments.yaml. */
export interface Comments {
  requested: string
  closes: string
  'send-to'?: string
  'results-url'?: string | null
  example?: boolean
  comments: {id: string; sender: string; date: string; on: string[]}[]
}

/** What a meeting may have decided about a report; the order is that of the fixtures. */
export const outcomeDecisions = [
  'open',
  'no-further-measures',
  'measures',
  'draft-resolution',
  'amendment',
] as const

/** What the meeting decided, from a date on. */
export interface OutcomeEntry {
  date: string
  decision: (typeof outcomeDecisions)[number]
  measures?: string[]
  instructed?: string
  speakers?: string[]
  example?: boolean
}

/** The decision of a meeting about the report: outcome.yaml. */
export interface Outcome {
  meeting: string
  'next-meeting': string
  resolution?: ResolutionName
  measures?: string[]
  entries: OutcomeEntry[]
}

/** A resolution: its number and the meeting that last revised it. */
export interface ResolutionName {
  number: string
  revision: string | null
}

/** What draft decisions would cost: budget.yaml. */
export interface Budget {
  date: string
  currency: string
  example?: boolean
  activities: {id: string; provision: string; cost: number; source: 'core' | 'external'; days: number}[]
}

/** The workshop: workshop.yaml. */
export interface Workshop {
  'known-from': string
  starts: string
  ends: string
  invitees?: {category: string; places: number}[]
  'invitees-example'?: boolean
  attendance?: {'known-from': string; 'participants-more-than': number; countries: number}
  example?: boolean
}

/** The words of the workshop in one language. */
export interface WorkshopWords {
  title: string
  venue: string
  city: string
  country: string
  host?: string
  invitees?: Record<string, string>
}

/** The sessions of the workshop: programme.yaml. Times are `09:30`. */
export interface Programme {
  example?: boolean
  sessions: {id: string; date: string; starts: string; ends: string}[]
}

/** The delegations at the workshop: participants.yaml. */
export interface Participants {
  example?: boolean
  participants: {id: string; category: string; persons: number}[]
}

/** A recommendation with its lettered parts. */
export interface Recommendation {
  id: string
  addressee: string
  provisions?: ProvisionRecord[]
}

/** What the workshop recommended: recommendations.yaml. */
export interface Recommendations {
  date: string
  example?: boolean
  recommendations: Recommendation[]
}

/** The work of the consultant: consultancy.yaml. */
export interface Consultancy {
  date: string
  days: number
  example?: boolean
  deliverables: {id: string; due: string}[]
}

/** Surveys of offers on websites: surveys.yaml. */
export interface Surveys {
  example?: boolean
  surveys: {id: string; date: string; by: string; websites: number; offers: number; example?: boolean}[]
}

/** The decisions of a subject: decisions.yaml. */
export interface Decisions {
  decisions: DecisionRecord[]
}

/** What every sort of facts holds, and its words in one language, by the name of its file. */
export interface FactsBySort {
  decisions: {value: Decisions; words: {subject: string; decisions: Record<string, DecisionWords>}}
  tasks: {value: {tasks: Task[]}; words: {tasks: Record<string, TaskWords>}}
  notification: {value: Notification; words: never}
  replies: {value: {example?: boolean; replies: Reply[]}; words: never}
  funding: {
    value: Funding
    words: {donors?: Record<string, string>; lines?: Record<string, string>}
  }
  workshop: {value: Workshop; words: WorkshopWords}
  programme: {value: Programme; words: {sessions: Record<string, string>}}
  participants: {value: Participants; words: {participants: Record<string, string>}}
  recommendations: {value: Recommendations; words: {recommendations: Record<string, string>}}
  consultancy: {value: Consultancy; words: {deliverables: Record<string, string>}}
  comments: {value: Comments; words: {senders: Record<string, string>}}
  outcome: {
    value: Outcome
    words: {measures?: Record<string, string>; speakers?: Record<string, string>}
  }
  budget: {value: Budget; words: {activities: Record<string, string>}}
  surveys: {value: Surveys; words: {makers: Record<string, string>}}
}

/** The name of a sort of facts, which is that of its file. */
export type SortOfFacts = keyof FactsBySort
