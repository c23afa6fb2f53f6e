import type {VFileMessage} from 'vfile-message'
import type {Composition} from '../compose/index.ts'
import type {BuiltDocument} from '../content.ts'
import type {Content, Source} from '../load/index.ts'
import type {Dossier} from '../resolve/index.ts'

/** One of the two sides that are compared: a revision, or a folder as it stands. */
export interface Side {
  /** As whoever asked has named it. */
  name: string
  commit?: string
  /** Bytes of its sources by path. */
  content: Content
  /** Those of them that are valid. */
  sources: ReadonlyMap<string, Source>
  dossier: Dossier
  /** Every document in every language, also those that are refused and have a finished tree all the same. */
  compositions: readonly Composition[]
  documents: readonly BuiltDocument[]
  messages: readonly VFileMessage[]
  /** Texts of its sources, for code frames. */
  texts: ReadonlyMap<string, string>
}

/** What a side has of a document: it is made, it sleeps, it has errors, or it is not there. */
export type Presence = 'made' | 'dormant' | 'refused' | 'absent'

/** What a side has of a document. */
export function presenceOf({dossier, content}: Side, path: string): Presence {
  if (dossier.documents.some((plan) => plan.path === path)) return 'made'
  if (dossier.dormant.some((plan) => plan.path === path)) return 'dormant'
  return content.has(`documents/${path}/document.yaml`) ? 'refused' : 'absent'
}

/** Paths of all documents of a side, whatever is wrong with them. */
export function documentsOf({content}: Side): string[] {
  return [...content.keys()].flatMap(
    (path) => /^documents\/([^/]+\/[^/]+)\/document\.yaml$/.exec(path)?.[1] ?? [],
  )
}

/** A document of a side in each language that has a finished tree. */
export function compositionsOf({compositions}: Side, path: string): Map<string, Composition> {
  return new Map(
    compositions.flatMap((own) => (own.plan.path === path ? [[own.language.code, own] as const] : [])),
  )
}

/** Codes of the languages in which a document is refused on a side. */
export function refusedIn({documents}: Side, path: string): Set<string> {
  return new Set(documents.flatMap((own) => (own.path === path && own.isRefused ? [own.language] : [])))
}
