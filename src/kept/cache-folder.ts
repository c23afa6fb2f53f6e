import {createHash} from 'node:crypto'
import {lstatSync, mkdirSync, realpathSync} from 'node:fs'
import {homedir} from 'node:os'
import {isAbsolute, join} from 'node:path'

/**
 * The folder in which is kept what was known of a content root: among the caches of the user, where each system has them
 * (XDG Base Directory Specification; Known Folders of Windows; File System Programming Guide of Apple), and never in a
 * repository, which anybody may have made.
 *
 * @param root  the content root
 * @returns undefined where there is none, or it belongs to somebody else
 */
export function cacheFolder(root: string): string | undefined {
  try {
    const base = userCaches()
    if (base === undefined) return undefined
    const name = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 32)
    const folder = join(base, 'cites-docs', name)
    mkdirSync(folder, {recursive: true, mode: 0o700})
    return isOwn(folder) ? folder : undefined
  } catch {
    return undefined // No home, no right to write, a full disk, or a file where the folder would be.
  }
}

function userCaches(): string | undefined {
  const {XDG_CACHE_HOME, LOCALAPPDATA} = process.env
  const home = homedir()
  const usual =
    process.platform === 'win32'
      ? LOCALAPPDATA
      : process.platform === 'darwin'
        ? join(home, 'Library/Caches')
        : (XDG_CACHE_HOME ?? join(home, '.cache'))
  return usual !== undefined && isAbsolute(usual) ? usual : undefined
}

/** Whether a file or folder is no link, and nobody else may have written it. */
export function isOwn(path: string): boolean {
  const stat = lstatSync(path, {throwIfNoEntry: false})
  if (!stat || !(stat.isFile() || stat.isDirectory())) return false
  const self = process.getuid?.()
  return self === undefined || (stat.uid === self && (stat.mode & 0o022) === 0)
}
