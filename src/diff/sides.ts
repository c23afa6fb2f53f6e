import type {VFileMessage} from 'vfile-message'
import type {Composition} from '../compose/index.ts'
import type {Content, Source} from '../load/index.ts'
import type {BuiltDocument} from '../looking/index.ts'
import type {DocumentPlan, Dossier} from '../resolve/index.ts'

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

/** What is asked of a side document by document. */
interface Index {
  made: ReadonlyMap<string, DocumentPlan>
  dormant: ReadonlyMap<string, DocumentPlan>
  compositions: ReadonlyMap<string, ReadonlyMap<string, Composition>>
  refused: ReadonlyMap<string, ReadonlySet<string>>
}

const indices = new WeakMap<Side, Index>()

function indexOf(side: Side): Index {
  const index = indices.get(side) ?? indexed(side)
  indices.set(side, index)
  return index
}

function indexed({dossier, compositions, documents}: Side): Index {
  const byPath = new Map<string, Map<string, Composition>>()
  for (const own of compositions) {
    const languages = byPath.get(own.plan.path) ?? new Map<string, Composition>()
    byPath.set(own.plan.path, languages.set(own.language.code, own))
  }
  const refused = new Map<string, Set<string>>()
  for (const {path, language, isRefused} of documents)
    if (isRefused) refused.set(path, (refused.get(path) ?? new Set<string>()).add(language))
  const byName = (plans: readonly DocumentPlan[]): Map<string, DocumentPlan> =>
    new Map(plans.map((plan) => [plan.path, plan]))
  return {made: byName(dossier.documents), dormant: byName(dossier.dormant), compositions: byPath, refused}
}

/** What a side has of a document. */
export function presenceOf(side: Side, path: string): Presence {
  const {made, dormant} = indexOf(side)
  if (made.has(path)) return 'made'
  if (dormant.has(path)) return 'dormant'
  return side.content.has(`documents/${path}/document.yaml`) ? 'refused' : 'absent'
}

/** A document of a side as it is planned; undefined where it is not made. */
export function planOf(side: Side, path: string): DocumentPlan | undefined {
  return indexOf(side).made.get(path)
}

/** Under which condition a document of a side is made, where that does not hold: keys of `when`. */
export function conditionOf(side: Side, path: string): string[] {
  return [indexOf(side).dormant.get(path)?.yaml.value.when ?? []].flat()
}

/** Paths of all documents of a side, whatever is wrong with them. */
export function documentsOf({content}: Side): string[] {
  return [...content.keys()].flatMap(
    (path) => /^documents\/([^/]+\/[^/]+)\/document\.yaml$/.exec(path)?.[1] ?? [],
  )
}

/** A document of a side in each language that has a finished tree. */
export function compositionsOf(side: Side, path: string): ReadonlyMap<string, Composition> {
  return indexOf(side).compositions.get(path) ?? new Map()
}

/** Codes of the languages in which a document is refused on a side; empty is all of them. */
export function refusedIn(side: Side, path: string): ReadonlySet<string> {
  return indexOf(side).refused.get(path) ?? new Set()
}
