import {join} from 'node:path'
import {caps} from '../load/index.ts'
import {compare} from '../message/index.ts'
import {digestOf} from './bytes.ts'
import {documentsWithManifest} from './find-manifests.ts'
import {documentOf, type Named, readManifest} from './manifest.ts'
import type {Outputs, WriteOptions, WrittenBefore} from './types.ts'

/** What one manifest answers for: what is committed of a document, or all that is only built. */
export interface Group {
  /** Path of the document; undefined for what is only built: about all documents, and the numbered texts. */
  document: string | undefined
  /** Path from out/ to the bytes that belong there, sorted. */
  outputs: ReadonlyMap<string, Uint8Array>
  /** Digests of what the same build wrote of it before, by path. */
  before: ReadonlyMap<string, string>
  /** What earlier builds wrote of it. */
  earlier: Named
  /** Whether its manifest is there and names anything, so that it is one of ours. */
  hasManifest: boolean
}

/** Anything by the path of a document; of what is only built, by undefined. */
type ByDocument<T> = Map<string | undefined, T>

/**
 * Outputs by their manifests, with what these named before: documents by their paths, then what is only built. In a
 * build of only a part, a group of which it makes nothing is left alone; otherwise it is here too, without outputs.
 *
 * @param root  the content root
 */
export async function groupsOf(
  root: string,
  outputs: Outputs,
  {isPartial, before = new Map(), left = new Set()}: WriteOptions,
): Promise<Group[]> {
  const folder = join(root, 'out')
  const byDocument: ByDocument<Map<string, Uint8Array>> = new Map()
  for (const [path, {bytes, document, isOnlyBuilt}] of [...outputs].sort(([a], [b]) => compare(a, b))) {
    const owner = isOnlyBuilt ? undefined : document?.path
    byDocument.set(owner, (byDocument.get(owner) ?? new Map()).set(path, bytes))
  }
  for (const owner of left) if (!byDocument.has(owner)) byDocument.set(owner, new Map())
  const stays: ByDocument<Map<string, string>> = new Map()
  for (const [path, {owner, digest}] of before)
    stays.set(owner, (stays.get(owner) ?? new Map()).set(path, digest))
  const found = new Set(await documentsWithManifest(folder))
  if (!isPartial)
    for (const document of withoutOutputs(found, byDocument)) byDocument.set(document, new Map())
  const ofAll = await readManifest(folder, undefined)
  const onlyBuilt = [
    ...[...outputs].flatMap(([path, output]) => (output.isOnlyBuilt ? [path] : [])),
    ...[...before].flatMap(([path, {owner}]) => (owner === undefined && documentOf(path) ? [path] : [])),
  ].map(endingOf)
  const divided = divide(ofAll, found, byDocument, new Set(onlyBuilt))
  const groups: Group[] = []
  for (const [document, made] of [...byDocument].sort(byPath)) {
    const hasOwn = document !== undefined && found.has(document)
    const own = stays.get(document) ?? new Map<string, string>()
    const named = hasOwn ? await readManifest(folder, document) : (divided.get(document) ?? new Map())
    groups.push({
      document,
      outputs: made,
      before: own,
      // Never what belongs to another: the one who makes it now says what is to be there.
      earlier: new Map(
        [...named].filter(([path]) => made.has(path) || !(outputs.has(path) || before.has(path))),
      ),
      hasManifest: document === undefined ? ofAll.size > 0 : hasOwn && named.size > 0,
    })
  }
  return groups
}

/** What `write` is to be told of outputs that it wrote when it writes others of the same build. */
export function writtenBefore(outputs: Outputs): Map<string, WrittenBefore> {
  return new Map(
    [...outputs].map(([path, {bytes, document, isOnlyBuilt}]) => [
      path,
      {owner: isOnlyBuilt ? undefined : document?.path, digest: digestOf(bytes)},
    ]),
  )
}

/** Documents that are gone, no more at a time than there can be files of sources, and what is about all documents. */
function withoutOutputs(
  found: ReadonlySet<string>,
  built: ByDocument<unknown>,
): readonly (string | undefined)[] {
  const gone = [...found].filter((document) => !built.has(document)).slice(0, caps.files.most)
  return built.has(undefined) ? gone : [...gone, undefined]
}

function byPath([a]: [string | undefined, unknown], [b]: [string | undefined, unknown]): number {
  if (a === undefined) return 1
  return b === undefined ? -1 : compare(a, b)
}

/**
 * There was once one manifest for everything. What it names of a document and is committed goes to that document, unless
 * a manifest of its own is there, which alone counts.
 */
function divide(
  ofAll: Named,
  withManifest: ReadonlySet<string>,
  built: ByDocument<unknown>,
  onlyBuilt: ReadonlySet<string>,
): ByDocument<Map<string, readonly string[]>> {
  const divided: ByDocument<Map<string, readonly string[]>> = new Map()
  for (const [path, digests] of ofAll) {
    const document = documentOf(path)
    const isOnlyBuilt = onlyBuilt.has(endingOf(path))
    if (document !== undefined && withManifest.has(document) && !isOnlyBuilt) continue
    const owner = built.has(document) && !isOnlyBuilt ? document : undefined
    divided.set(owner, (divided.get(owner) ?? new Map()).set(path, digests))
  }
  return divided
}

/** What stands behind the language in the name of an output of a document: `units.txt`. */
function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/^[^.]*\.[^.]*\./, '')
}
