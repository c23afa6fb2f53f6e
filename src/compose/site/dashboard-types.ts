import type {VFileMessage} from 'vfile-message'
import type {Language} from '../../resolve/index.ts'
import type {CaptionedTable} from '../../tree/index.ts'
import type {DossierTree, DossierWords} from '../dossier/index.ts'
import type {Urgency} from '../tasks/index.ts'

/** A task on the page of the status. Days are ISO dates. */
export interface DashboardTask {
  id: string
  /** The day of the first entry that says more than that it has not begun. */
  begun: string | undefined
  due: string | undefined
  done: string | undefined
  urgency: Urgency
  /** Ids of the tasks that must be done first. */
  dependsOn: string[]
  words: Record<'provision' | 'action' | 'begun' | 'due' | 'done' | 'status', DossierWords>
}

/** One bar: how much, and how that is said. */
export interface DashboardBar {
  id: string
  value: number
  words: Record<'name' | 'value', DossierWords>
}

/** Funds of a subject: pledged, received, lacking; and the sum that was sought, where there was an appeal. */
export interface DashboardFunds {
  sought: number | undefined
  bars: DashboardBar[]
  table: CaptionedTable
}

/** Replies to the Notification by region. */
export interface DashboardReplies {
  bars: DashboardBar[]
  table: CaptionedTable
}

/** A subject with tasks. */
export interface DashboardSubject {
  id: string
  title: string
  /** The most pressing first. */
  tasks: DashboardTask[]
  table: CaptionedTable
  funds: DashboardFunds | undefined
  replies: DashboardReplies | undefined
}

/** A meeting on the timeline. */
export interface DashboardMeeting {
  code: string
  starts: string
  dates: DossierWords
}

/** The last day for a document: what it is for, and the day in words. */
export interface DashboardDeadline {
  date: string
  words: Record<'name' | 'day', DossierWords>
}

/** The page of the status in one language, as of a day. */
export interface DashboardComposition {
  language: Language
  asOf: string
  asOfWords: DossierWords
  subjects: DashboardSubject[]
  meetings: DashboardMeeting[]
  /** Last days for documents. */
  deadlines: DashboardDeadline[]
  trees: DossierTree[]
  messages: VFileMessage[]
}
