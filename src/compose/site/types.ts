import type {VFileMessage} from 'vfile-message'
import type {Language, LanguageState} from '../../resolve/index.ts'
import type {Progress} from '../../translation/index.ts'
import type {DossierTree, DossierWords} from '../dossier/index.ts'

/** What keeps documents, or what is known of a subject, from being shown. */
export interface Refusals {
  /** By the path of a document: how many errors it has, in all and in each language that is not made for them. */
  documents: ReadonlyMap<string, {errors: number; languages: ReadonlyMap<string, number>}>
  /** How many errors the facts of a subject have, by its id; one without errors is not here. */
  subjects: ReadonlyMap<string, number>
}

/** Something that is not shown: what it is called, and how many errors keep it back. */
export interface SiteRefused {
  name: DossierWords
  errors: number
}

/** A document as the index of all documents shows it, in one language. */
export interface SiteDocument {
  /** From documents/, such as `sc58/internet-trade`; also the path of its files. */
  path: string
  meeting: string
  /** Id of the subject whose provisions those are. */
  subject: string | undefined
  /** References of the provisions that it carries out. */
  implements: string[]
  symbol: string
  /** Whether documents of its kind have numbers, assigned or not. */
  isNumbered: boolean
  words: Record<'title' | 'date' | 'status', DossierWords>
  /** Languages in which it is made, or would be but for its errors, in the order of the labels files. */
  languages: {language: Language; state: LanguageState; errors: number}[]
  /** How many errors it has, where it is made in none of them. */
  errors: number
}

/** A meeting with the documents for it. */
export interface SiteMeeting {
  id: string
  words: Record<'name' | 'dates', DossierWords>
}

/** How far the words of a folder are in a language that is not their original. */
export interface SiteTranslation {
  /** The folder without `documents/`; also the path of the document, where they are those of one. */
  folder: string
  /** Symbol and title of the document; undefined where the words are those of facts or meetings. */
  document: {symbol: string; title: DossierWords} | undefined
  language: Language
  progress: Progress
  /** Whether somebody confirms these translations. */
  hasLedger: boolean
}

/** What frames each page about all documents, in one language. */
export interface SiteFrame {
  language: Language
  /** Fixed words by their keys in the labels (`site`, `columns`). */
  words: Record<string, string>
  columns: Record<string, string>
  /** What the link to the text, the list of languages and the notes are called. */
  skip: string
  languagesName: string
  notesName: string
  /** What the link from a note to its mark is called. */
  back: string
  /** What the example sign means. */
  notice: DossierWords
}

/** What the pages about all documents are made from, in one language. */
export interface SiteComposition extends SiteFrame {
  /** In the order of their dates. */
  documents: SiteDocument[]
  /** Documents of which so little is known that they have no meeting. */
  refused: SiteRefused[]
  /** Subjects whose facts have errors. */
  refusedSubjects: SiteRefused[]
  /** Meetings that have documents or would under another outcome, in the order of their days. */
  meetings: SiteMeeting[]
  /** Words that are made in several languages, in the order of their folders. */
  translations: SiteTranslation[]
  /** Holds the words of the above. */
  tree: DossierTree
  messages: VFileMessage[]
}
