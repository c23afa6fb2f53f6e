import {randomBytes} from 'node:crypto'
import {lstat, mkdir, open, readFile, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {caps} from '../load/index.ts'
import {temporaryName} from './leftovers.ts'

/**
 * Temporary file in the same folder, flushed, renamed: a reader sees the old file or the new one.
 *
 * @param root  the content root; nothing outside of it is written
 * @param path  from there, with forward slashes, such as `out/sc58/internet-trade.en.docx`
 * @throws EnvironmentError  when the disk will not do it, or a folder on the way is a link
 */
export async function replaceFile(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(root, path)
  const temporary = join(dirname(target), temporaryName(randomBytes(6).toString('hex')))
  try {
    await refuseLinks(root, path)
    await mkdir(dirname(target), {recursive: true})
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, target)
  } catch (cause) {
    await rm(temporary, {force: true}).catch(() => undefined)
    if (cause instanceof EnvironmentError) throw cause
    throw new EnvironmentError(
      `Cannot write ${path}: ${inWords(cause as Error)} The earlier file is as it was.`,
    )
  }
}

/**
 * Has the disk keep the names of files that were put in place: only then does a power cut leave old or new.
 *
 * @param root  the content root
 * @param paths  of those files
 */
export async function flushFolders(root: string, paths: readonly string[]): Promise<void> {
  for (const folder of new Set(paths.map((path) => dirname(join(root, path))))) {
    const handle = await open(folder).catch(() => undefined) // Windows opens no folder, and needs no flushing.
    await handle?.sync().catch(() => undefined)
    await handle?.close()
  }
}

/**
 * The bytes of a file that may be written later, so that all can be compared before anything is.
 *
 * @param root  the content root
 * @param path  from there, with forward slashes
 * @param most  bytes that such a file can have: what is larger is none of ours, and is not read
 * @returns undefined where there is no such file
 * @throws EnvironmentError  when the disk will not give it, when it is no ordinary file or larger than any of ours, or a
 *   folder on the way is a link
 */
export async function readEarlier(
  root: string,
  path: string,
  most: number = caps.outputBytes.most,
): Promise<Uint8Array | undefined> {
  await refuseLinks(root, path)
  const stat = await lstat(join(root, path)).catch(() => undefined)
  if (!stat) return undefined
  if (!stat.isFile())
    throw new EnvironmentError(`Cannot write ${path}: what stands there is no ordinary file. Move it away.`)
  if (stat.size > most)
    throw new EnvironmentError(
      `Cannot write ${path}: what stands there has ${stat.size} bytes, and such a file can have ${most}. Move it away.`,
    )
  return readFile(join(root, path)).catch((cause: NodeJS.ErrnoException) => {
    throw new EnvironmentError(`Cannot read ${path}: ${cause.message}.`)
  })
}

/**
 * A link on the way would carry the file elsewhere.
 *
 * @throws EnvironmentError
 */
export async function refuseLinks(root: string, path: string): Promise<void> {
  let current = root
  for (const segment of path.split('/').slice(0, -1)) {
    current = join(current, segment)
    const stat = await lstat(current).catch(() => undefined)
    if (stat?.isSymbolicLink())
      throw new EnvironmentError(`Cannot write ${path}: ${current} is a link. Put a folder there.`)
  }
}

/** What the disk said, for somebody who is no programmer. */
export function inWords(cause: Error & {code?: string | undefined}): string {
  if (cause.code === 'ENOSPC') return 'the disk is full. Free some space and try again.'
  // What Windows says of a file that Word holds open.
  if (cause.code === 'EBUSY' || cause.code === 'EPERM')
    return 'it is open in another program, such as Word, or may not be written. Close it there, or change its permissions, and try again.'
  if (cause.code === 'EACCES' || cause.code === 'EROFS')
    return 'the folder may not be written. Change its permissions and try again.'
  // Temporary names are new ones, so that it is a folder for which there is a file already.
  if (['EISDIR', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(cause.code ?? ''))
    return 'a folder or file stands where the other is needed. Move it away.'
  return `${cause.message}.`
}
