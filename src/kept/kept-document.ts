import type {Certificate} from '../certify/index.ts'
import type {DocumentFindings, OwnFindings} from '../looking/index.ts'
import type {SiteNotes} from '../site-notes.ts'
import type {LeftOutputs} from '../write/index.ts'

/** What is kept of the files of a document in one language. */
export interface KeptLanguage {
  /** Code of the language. */
  language: string
  /** Digest of the finished tree, and of all else that they were rendered from. */
  tree: string
  outputs: LeftOutputs
  certificates: ReadonlyMap<string, Certificate>
}

/** What is kept of a document: all that a build needs to know of it when nothing that it is made from has changed. */
export interface KeptDocument {
  findings: DocumentFindings
  /** Names of the facts that were read for it. */
  facts: ReadonlySet<string>
  /** What was said of its words alone. */
  own: OwnFindings
  /** In which it is made. */
  languages: readonly KeptLanguage[]
  /** For the pages about all documents; undefined where there are none. */
  notes: SiteNotes | undefined
  /** Its page with the languages side by side, and the digest of all that this was made from. */
  bitext: {key: string; outputs: LeftOutputs}
}
