import {lstat, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {caps} from '../load/index.ts'
import {compare} from '../message/index.ts'

/** Paths from out/ with digests of the bytes that a build wrote there: several after a build that was killed. */
export type Named = ReadonlyMap<string, readonly string[]>

const outputPath = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*(?:\.[a-z0-9-]+)+$/
const documentOutput = /^([a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*)\.[a-z]{2}(?:\.[a-z0-9-]+)+$/
const ending = 'manifest.json'
const isManifest = /(?:^|[./])manifest\.json$/

const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^sha256-[0-9a-f]{64}$/.test(value)

/**
 * Where a manifest stands, from out/.
 *
 * @param document  path of the document whose outputs it names; undefined for the one of what is about all documents
 */
export function manifestPath(document: string | undefined): string {
  return document === undefined ? ending : `${document}.${ending}`
}

/**
 * The document whose output a path may be by its form, `<document>.<language>.<ending>`; whether there is one of that
 * name is another question.
 *
 * @param path  from out/, such as `sc58/internet-trade.en.docx`
 */
export function documentOf(path: string): string | undefined {
  return documentOutput.exec(path)?.[1]
}

/**
 * What a manifest names. It may come from anybody: what is no output of its document is passed over.
 *
 * @param folder  out/, absolute
 * @returns nothing where it is missing or cannot be read: the sources tell anew what belongs there
 */
export async function readManifest(folder: string, document: string | undefined): Promise<Named> {
  const named = new Map<string, readonly string[]>()
  const value = await readJson(join(folder, manifestPath(document)))
  // `before` is only there when a build was killed: what it was about to replace.
  for (const key of ['files', 'before']) {
    const files = Object(value)[key]
    if (typeof files !== 'object' || files === null) continue
    for (const [name, digests] of Object.entries(files)) {
      const path = `${folderOf(document)}${name}`
      const own = [digests].flat().filter(isDigest)
      if (mayName(document, path) && own.length > 0) named.set(path, [...(named.get(path) ?? []), ...own])
    }
  }
  return named
}

/** A pipe, a link or a device would hang or lead elsewhere; what is larger than any of ours is none. */
async function readJson(path: string): Promise<unknown> {
  const stat = await lstat(path).catch(() => undefined)
  if (!stat?.isFile() || stat.size > caps.manifestBytes.most) return undefined
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined // In conflict or cut off.
  }
}

/** That of a document its own outputs, the other one anything but a manifest. */
function mayName(document: string | undefined, path: string): boolean {
  if (document !== undefined) return documentOf(path) === document
  return outputPath.test(path) && !isManifest.test(path)
}

/** Names in the manifest of a document are those of files beside it. */
function folderOf(document = ''): string {
  return document.slice(0, document.lastIndexOf('/') + 1)
}

/**
 * A manifest: sorted, one file a line, nothing about the run.
 *
 * @param files  paths from out/ with the digests that belong there
 * @param before  what an unfinished build was about to replace
 * @returns UTF-8
 */
export function manifestText(
  document: string | undefined,
  files: ReadonlyMap<string, string>,
  before?: Named,
): Uint8Array {
  const {length} = folderOf(document)
  const lines = (named: ReadonlyMap<string, unknown>): string =>
    [...named]
      .sort(([a], [b]) => compare(a, b))
      .map(([path, digest]) => `    ${JSON.stringify(path.slice(length))}: ${JSON.stringify(digest)}`)
      .join(',\n')
  const unfinished = before ? `,\n  "before": {\n${lines(before)}\n  }` : ''
  return new TextEncoder().encode(`{\n  "files": {\n${lines(files)}\n  }${unfinished}\n}\n`)
}
