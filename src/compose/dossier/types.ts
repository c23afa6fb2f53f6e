import type {Parent} from 'unist'
import type {VFileMessage} from 'vfile-message'
import type {Evidence, Language} from '../../resolve/index.ts'
import type {CaptionedTable, Decision, InlineNode, Note, Provision, Sequence} from '../../tree/index.ts'
import type {Progress} from '../tasks/index.ts'

/** Words that stand in no document, such as the name of a deadline. `number` fills in the labels they refer to. */
export interface DossierWords extends Parent {
  type: 'dossierWords'
  children: InlineNode[]
}

/** The decisions of a subject and all words about it, so that `number` labels them as it does those of a document. */
export interface DossierTree extends Parent {
  type: 'dossierTree'
  sequences: Sequence[]
  children: (Decision | Note | DossierWords | CaptionedTable)[]
}

/** A task as it stood, and the cells of its row. */
export interface DossierTask {
  progress: Progress
  words: Record<'provision' | 'owner' | 'due' | 'status' | 'next', DossierWords>
}

/** What shows that a status is true. */
export interface DossierEvidence {
  record: Evidence
  isExample: boolean
  words: DossierWords
}

/** How far a decision or provision has been carried out, where it has a task of its own. */
export interface Implementation {
  status: string | undefined
  isExample: boolean
  evidence: DossierEvidence[]
}

/** A provision; its label is that of its node. */
export interface DossierProvision extends Implementation {
  id: string
  hasWords: boolean
  node: Provision
  provisions: DossierProvision[]
}

/** A decision as the register holds it. */
export interface DossierDecision extends Implementation {
  /** Subject and decision: `internet-trade/secretariat`. */
  id: string
  number: string | null
  isNumberExample: boolean
  addressee: string | string[]
  /** “Directed to the Secretariat”. */
  addresseeName: string
  /** Path of the document that it comes from. */
  source: string | undefined
  hasWords: boolean
  node: Decision
  /** Notes to which its words refer, by their names in decisions.yaml. */
  notes: ReadonlyMap<string, Note>
  provisions: DossierProvision[]
}

/** A subject as it stood. */
export interface DossierSubject {
  id: string
  /** What the decisions are about. */
  title: string
  tasks: DossierTask[]
  decisions: DossierDecision[]
}

/** What happens on a day, or by when something is due. */
export interface Deadline {
  /** Leads back to the record, and never changes: `internet-trade/tasks#publication`. */
  id: string
  kind: 'meeting' | 'document' | 'task' | 'replies' | 'comments'
  /** Id of the subject; a meeting has none, nor has a document that names none. */
  subject: string | undefined
  starts: string
  ends: string
  isExample: boolean
  /** Whether it is a task that was finished. */
  isFinished: boolean
  /** When it is, and what it is. */
  words: Record<'day' | 'name', DossierWords>
}

/** The dossier in one language as it stood on a day: what the files about all of it are made from. */
export interface DossierComposition {
  language: Language
  asOf: string
  subjects: DossierSubject[]
  /** In the order of their days. */
  deadlines: Deadline[]
  /** Fixed words: what the tables are called, that a day is not confirmed, and what the example sign means. */
  words: Record<'tasks' | 'deadlines' | 'notConfirmed' | 'signMeaning', DossierWords>
  /** Names of the statuses by their keys. */
  statuses: Record<string, string>
  /** Heads of the columns of the table of tasks. */
  columns: Record<'provision' | 'owner' | 'due' | 'status' | 'next', string>
  /** Holds every node of the above. */
  trees: DossierTree[]
  messages: VFileMessage[]
}
