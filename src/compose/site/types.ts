import type {VFileMessage} from 'vfile-message'
import type {Language, LanguageState} from '../../resolve/index.ts'
import type {DossierTree, DossierWords} from '../dossier/index.ts'

/** A document as the index of all documents shows it, in one language. */
export interface SiteDocument {
  /** From documents/, such as `sc58/internet-trade`; also the path of its files. */
  path: string
  meeting: string
  /** Id of the subject whose provisions those are. */
  subject: string
  /** References of the provisions that it carries out. */
  implements: string[]
  symbol: string
  words: Record<'title' | 'date' | 'status', DossierWords>
  /** Languages in which it is made, in the order of the labels files. */
  languages: {language: Language; state: LanguageState}[]
}

/** A meeting with the documents for it. */
export interface SiteMeeting {
  id: string
  words: Record<'name' | 'dates', DossierWords>
}

/** What the pages about all documents are made from, in one language. */
export interface SiteComposition {
  language: Language
  /** Fixed words by their keys in the labels (`site`, `columns`). */
  words: Record<string, string>
  columns: Record<string, string>
  /** What the link to the text and the list of languages are called. */
  skip: string
  languagesName: string
  /** In the order of their dates. */
  documents: SiteDocument[]
  /** Meetings that have documents, in the order of their days. */
  meetings: SiteMeeting[]
  /** What the example sign means. */
  notice: DossierWords
  /** Holds the words of the above. */
  tree: DossierTree
  messages: VFileMessage[]
}
