import type {
  Composition,
  DashboardComposition,
  DossierComposition,
  SiteComposition,
} from '../../compose/index.ts'
import type {Numbering, Styles, Translation} from '../../resolve/index.ts'

/** What the pages about all documents are made from. */
export interface Site {
  /** Their words, one a language, in the order of the labels files. */
  pages: readonly SiteComposition[]
  /** The dossier as of its latest fact, in the same languages. */
  dossier: readonly DossierComposition[]
  /** The status as of its day, in those languages; none where no subject has tasks. */
  dashboards: readonly DashboardComposition[]
  /** Every finished document in every language. */
  documents: readonly Composition[]
  /** What is known of the translations of their words. */
  translations: readonly Translation[]
  styles: Styles
  numbering: Numbering
}

/** Pages about all documents: from the site to bytes by path. */
export interface SiteFormat {
  render(site: Site): Promise<ReadonlyMap<string, Uint8Array>>
}
