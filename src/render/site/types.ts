import type {
  DashboardComposition,
  DossierComposition,
  SiteComposition,
  SiteFrame,
} from '../../compose/index.ts'
import type {Numbering, Styles} from '../../resolve/index.ts'
import type {Room} from './divide.ts'
import type {SiteEntry} from './entries.ts'

/** What frames every page about documents, known before any document is read. */
export interface Frame {
  /** One a language, in the order of the labels files. */
  pages: readonly SiteFrame[]
  /** Whether there is a page of the status: some subject has tasks. */
  hasDashboard: boolean
  /** Whether there is a page of the translations. */
  hasTranslations: boolean
  styles: Styles
}

/** What the pages about all documents are made from. */
export interface Site extends Frame {
  /** Their words, one a language, in the order of the labels files. */
  pages: readonly SiteComposition[]
  /** The dossier as of its latest fact, in the same languages. */
  dossier: readonly DossierComposition[]
  /** The status as of its day, in those languages; none where no subject has tasks. */
  dashboards: readonly DashboardComposition[]
  /** What is kept of every finished document in every language, in the order of the labels files within a document. */
  entries: readonly SiteEntry[]
  /** Paths of the other files about the whole dossier: calendars, the register. */
  files: readonly string[]
  /** How much one page holds. */
  room: Room
  numbering: Numbering
}

/** Pages about all documents: from the site to bytes, each with its path. */
export interface SiteFormat {
  /** What they are made from beside facts and the names of documents: how far translations are, or the words of documents. */
  madeFrom?: 'progress' | 'words'
  /** @param language  code of the one language that is wanted, where those made from words are asked for one by one */
  render(site: Site, language?: string): Promise<Iterable<readonly [path: string, bytes: Uint8Array]>>
}
