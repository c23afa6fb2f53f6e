import {lstat, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {caps} from '../load/index.ts'
import {digestOf, isSame} from './bytes.ts'
import type {Group} from './groups.ts'

/** How the outputs of a group differ from what is in out/; paths from there. */
export interface Comparison {
  /** What its manifest is to name: outputs, and earlier ones that stay. */
  files: ReadonlyMap<string, string>
  unchanged: readonly string[]
  different: readonly (readonly [path: string, bytes: Uint8Array])[]
  /** What comes from no source any more, with the digests under which it is known for ours. */
  superfluous: readonly (readonly [path: string, digests: readonly string[]])[]
}

/**
 * Compares a group with the disk.
 *
 * @param folder  out/, absolute
 * @param isPartial  whether earlier outputs that are not made now stay
 */
export async function compareGroup(
  folder: string,
  {outputs, before, earlier}: Group,
  isPartial: boolean,
): Promise<Comparison> {
  const files = new Map<string, string>(before)
  const unchanged: string[] = []
  const different: [string, Uint8Array][] = []
  for (const [path, bytes] of outputs) {
    files.set(path, digestOf(bytes))
    if (await isSame(join(folder, path), bytes)) unchanged.push(path)
    else different.push([path, bytes])
  }
  const others = [...earlier].filter(([path]) => !outputs.has(path))
  if (!isPartial) return {files, unchanged, different, superfluous: others}
  for (const [path, digests] of others) {
    const digest = await digestThatStays(join(folder, path), digests)
    if (digest) files.set(path, digest)
  }
  return {files, unchanged, different, superfluous: []}
}

/**
 * The digest under which a file that stays is named. After a kill it has one of several: that of the bytes there, or it
 * was never written.
 */
async function digestThatStays(path: string, digests: readonly string[]): Promise<string | undefined> {
  const [first = '', ...others] = digests
  const stat = await lstat(path).catch(() => undefined)
  if (!stat) return undefined
  if (others.length === 0) return first
  if (!stat.isFile() || stat.size > caps.outputBytes.most) return undefined
  const there = digestOf(await readFile(path))
  return digests.includes(there) ? there : first
}
