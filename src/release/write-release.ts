import {EnvironmentError} from '../failure/index.ts'
import {flushFolders, readEarlier, replaceFile, type Written, write} from '../write/index.ts'
import type {Release} from './plan-release.ts'

/** Files that a release changes, by path from the root, and those that are as they should be already. */
export interface Changes {
  changed: string[]
  unchanged: string[]
}

/**
 * What writing would change in release/ and document.yaml, and in out/.
 *
 * @throws EnvironmentError  when a file could not be written for what stands in its place, so that nothing is begun
 */
export async function changesOf(
  root: string,
  {files, built}: Release,
): Promise<{own: Changes; out: Changes}> {
  const outputs = [...built.outputs].map(([path, {bytes}]) => [`out/${path}`, bytes] as const)
  return {own: await compared(root, files), out: await compared(root, outputs)}
}

async function compared(root: string, files: Iterable<readonly [string, Uint8Array]>): Promise<Changes> {
  const changes: Changes = {changed: [], unchanged: []}
  for (const [path, bytes] of files) {
    const there = await readEarlier(root, path)
    const isSame = there !== undefined && Buffer.from(there).equals(bytes)
    changes[isSame ? 'unchanged' : 'changed'].push(path)
  }
  return changes
}

/**
 * Writes a release: its files, their digests, document.yaml, then out/. Each file is replaced whole; what is there
 * already is left alone, so that a second run writes what a first one could not.
 *
 * @param changed  paths of `release.files` that differ from the disk
 * @param kept  digests of edited files of out/ that are kept elsewhere
 * @throws EnvironmentError  when the disk will not do it; it says what was written and what was not
 */
export async function writeRelease(
  root: string,
  {files, built}: Release,
  changed: readonly string[],
  kept?: ReadonlyMap<string, string>,
): Promise<Written> {
  const done: string[] = []
  try {
    for (const path of changed) {
      const bytes = files.get(path)
      if (bytes) await replaceFile(root, path, bytes)
      done.push(path)
    }
    await flushFolders(root, done)
    return await write(root, built.outputs, {...built, kept})
  } catch (cause) {
    if (!(cause instanceof EnvironmentError)) throw cause
    const left = changed.filter((path) => !done.includes(path))
    const written = done.length > 0 ? `Written: ${done.join(', ')}.` : 'Nothing was written.'
    const missing = `Not written: ${[...left, left.length > 0 ? 'out/' : 'the rest of out/'].join(', ')}.`
    throw new EnvironmentError([
      ...cause.lines,
      written,
      missing,
      'Type the same command again when this is put right: it writes what is missing.',
    ])
  }
}
