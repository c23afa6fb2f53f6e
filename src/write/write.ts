import {createHash} from 'node:crypto'
import {lstat, readFile, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {compare} from '../message/index.ts'
import {clearLeftovers} from './leftovers.ts'
import {flushFolders, inWords, refuseLinks, replaceFile} from './replace-file.ts'

/** Path from out/ to bytes. */
export type Outputs = Map<string, Uint8Array>

/** What writing did. */
export interface Written {
  written: string[]
  unchanged: string[]
  removed: string[]
}

/** How the outputs that are there already are treated. */
export interface WriteOptions {
  /** Outputs of an earlier build that stay as they are: refused documents, formats and languages not asked for. */
  keeps(path: string): boolean
}

const manifestName = 'manifest.json'
const outputPath = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*(?:\.[a-z0-9-]+)+$/

/**
 * Writes outputs into out/: each file whole or not at all, only where its bytes differ, and the manifest last.
 * Files that an earlier manifest names and nothing produces any more are removed; no other file ever is.
 *
 * @param root  the content root
 * @throws EnvironmentError  when the disk will not do it
 */
export async function write(root: string, outputs: Outputs, options: WriteOptions): Promise<Written> {
  const folder = join(root, 'out')
  await clearLeftovers(folder)
  const before = await readManifest(folder)
  const result: Written = {written: [], unchanged: [], removed: []}
  const manifest = new Map<string, string>()
  const different: [string, Uint8Array][] = []
  for (const path of [...outputs.keys()].sort(compare)) {
    const bytes = outputs.get(path) ?? new Uint8Array()
    manifest.set(path, digestOf(bytes))
    if (await isSame(join(folder, path), bytes)) result.unchanged.push(path)
    else different.push([path, bytes])
  }
  const superfluous: [string, readonly string[]][] = []
  for (const [path, digests] of before) {
    if (manifest.has(path)) continue
    if (options.keeps(path)) await keep(manifest, folder, path, digests)
    else superfluous.push([path, digests])
  }
  // Until all is done the manifest names the old bytes too: whoever goes on after a kill knows them for ours.
  if (different.length + superfluous.length > 0)
    await replaceFile(root, `out/${manifestName}`, manifestText(manifest, before))
  for (const [path, bytes] of different) {
    await replaceFile(root, `out/${path}`, bytes)
    result.written.push(path)
  }
  for (const [path, digests] of superfluous) if (await remove(root, path, digests)) result.removed.push(path)
  await flushFolders(
    root,
    result.written.map((path) => `out/${path}`),
  )
  const text = manifestText(manifest)
  if (!(await isSame(join(folder, manifestName), text))) {
    await replaceFile(root, `out/${manifestName}`, text)
    await flushFolders(root, [`out/${manifestName}`])
  }
  return result
}

/**
 * Files of out/ that are not what the sources give, with what is wrong, in the order of their paths.
 *
 * @param root  the content root
 * @param outputs  what the sources give
 * @param options  outputs that are not compared
 */
export async function verify(root: string, outputs: Outputs, options: WriteOptions): Promise<string[]> {
  const folder = join(root, 'out')
  const faults: string[] = []
  const before = await readManifest(folder)
  const manifest = new Map<string, string>()
  for (const [path, bytes] of outputs) {
    manifest.set(path, digestOf(bytes))
    if (await isSame(join(folder, path), bytes)) continue
    const there = await lstat(join(folder, path)).catch(() => undefined)
    faults.push(`out/${path} ${there ? 'is not what the sources give' : 'is missing'}`)
  }
  for (const [path, digests] of before) {
    if (manifest.has(path)) continue
    if (options.keeps(path)) await keep(manifest, folder, path, digests)
    else faults.push(`out/${path} comes from no source any more`)
  }
  if (!(await isSame(join(folder, manifestName), manifestText(manifest))))
    faults.push(`out/${manifestName} is not what the sources give`)
  return faults.sort(compare)
}

/** Names a file that stays. After a kill it has one of several digests: that of the bytes there, or it was never written. */
async function keep(
  manifest: Map<string, string>,
  folder: string,
  path: string,
  digests: readonly string[],
): Promise<void> {
  const [first = '', ...others] = digests
  const stat = await lstat(join(folder, path)).catch(() => undefined)
  if (others.length === 0 && stat) manifest.set(path, first)
  if (others.length === 0 || !stat?.isFile()) return
  const there = digestOf(await readFile(join(folder, path)))
  manifest.set(path, digests.includes(there) ? there : first)
}

/** Path to digests of the files that earlier builds wrote; nothing where the manifest cannot be trusted. */
async function readManifest(folder: string): Promise<Map<string, readonly string[]>> {
  const manifest = new Map<string, readonly string[]>()
  const path = join(folder, manifestName)
  // A pipe or a link at its place would hang or lead elsewhere.
  const stat = await lstat(path).catch(() => undefined)
  const text = stat?.isFile() ? await readFile(path, 'utf8').catch(() => '{}') : '{}'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return manifest // In conflict or cut off: rebuilt from the sources.
  }
  // `before` is only there when a build was killed: what it was about to replace.
  for (const key of ['files', 'before']) {
    const files = Object(value)[key]
    if (typeof files !== 'object' || files === null) continue
    for (const [name, digests] of Object.entries(files)) {
      const own = [digests].flat().filter((digest) => typeof digest === 'string')
      if (outputPath.test(name) && own.length > 0) manifest.set(name, [...(manifest.get(name) ?? []), ...own])
    }
  }
  return manifest
}

/**
 * Sorted, one file a line, nothing about the run.
 *
 * @param before  what an unfinished build was about to replace
 */
function manifestText(
  manifest: ReadonlyMap<string, string>,
  before?: ReadonlyMap<string, readonly string[]>,
): Uint8Array {
  const lines = (files: ReadonlyMap<string, unknown>): string =>
    [...files]
      .sort(([a], [b]) => compare(a, b))
      .map(([path, digest]) => `    ${JSON.stringify(path)}: ${JSON.stringify(digest)}`)
      .join(',\n')
  const unfinished = before ? `,\n  "before": {\n${lines(before)}\n  }` : ''
  return new TextEncoder().encode(`{\n  "files": {\n${lines(manifest)}\n  }${unfinished}\n}\n`)
}

function digestOf(bytes: Uint8Array): string {
  return `sha256-${createHash('sha256').update(bytes).digest('hex')}`
}

async function isSame(path: string, bytes: Uint8Array): Promise<boolean> {
  const stat = await lstat(path).catch(() => undefined)
  if (!stat?.isFile() || stat.size !== bytes.length) return false
  const there = await readFile(path).catch(() => undefined)
  return there?.equals(bytes) ?? false
}

/**
 * Removes a file of an earlier build: only the very bytes that build wrote, and never through a link.
 * A file that somebody has changed since is theirs and stays.
 */
async function remove(root: string, path: string, digests: readonly string[]): Promise<boolean> {
  const target = join(root, 'out', path)
  await refuseLinks(root, `out/${path}`)
  const stat = await lstat(target).catch(() => undefined)
  if (!stat?.isFile()) return false
  try {
    if (!digests.includes(digestOf(await readFile(target)))) return false
    await rm(target)
  } catch (cause) {
    throw new EnvironmentError(`Cannot remove out/${path}: ${inWords(cause as Error)}`)
  }
  await rmdir(dirname(target)).catch(() => undefined) // Only where it is empty now.
  return true
}
