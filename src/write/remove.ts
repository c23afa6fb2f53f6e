import {lstat, readFile, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {caps} from '../load/index.ts'
import {digestOf} from './bytes.ts'
import {inWords, refuseLinks} from './replace-file.ts'

/**
 * Removes a file of an earlier build, never through a link, and its folder when it is empty then.
 *
 * @param root  the content root
 * @param path  from out/
 * @param digests  of the bytes that build wrote: a file that somebody has changed since is theirs and stays
 * @returns whether it was there and is gone
 * @throws EnvironmentError  when the disk will not do it, or a folder on the way is a link
 */
export async function remove(root: string, path: string, digests?: readonly string[]): Promise<boolean> {
  const target = join(root, 'out', path)
  await refuseLinks(root, `out/${path}`)
  const stat = await lstat(target).catch(() => undefined)
  // What is larger than any file of ours is none, and is not read to find that out.
  if (!stat?.isFile() || stat.size > caps.outputBytes.most) return false
  try {
    if (digests && !digests.includes(digestOf(await readFile(target)))) return false
    await rm(target)
  } catch (cause) {
    throw new EnvironmentError(`Cannot remove out/${path}: ${inWords(cause as Error)}`)
  }
  await rmdir(dirname(target)).catch(() => undefined) // Only where it is empty now.
  return true
}
