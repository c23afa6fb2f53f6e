import type {Source} from '../load/index.ts'
import type {Dossier} from './types.ts'

/** What documents are planned from. */
export interface DocumentContext {
  sources: ReadonlyMap<string, Source>
  /** Every path that was seen, also of sources with errors. */
  paths: ReadonlySet<string>
  dossier: Dossier
}
