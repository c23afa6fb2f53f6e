import type {DashboardComposition, DossierComposition, SiteComposition} from '../../compose/index.ts'
import type {Numbering, Styles, Translation} from '../../resolve/index.ts'
import type {Room} from './divide.ts'
import type {SiteEntry} from './entries.ts'

/** What the pages about all documents are made from. */
export interface Site {
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
  /** What is known of the translations of their words. */
  translations: readonly Translation[]
  /** How much one page holds. */
  room: Room
  styles: Styles
  numbering: Numbering
}

/** Pages about all documents: from the site to bytes by path. */
export interface SiteFormat {
  render(site: Site): Promise<ReadonlyMap<string, Uint8Array>>
}
