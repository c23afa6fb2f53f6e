import {createHash} from 'node:crypto'
import {lstatSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {caps} from '../load/index.ts'

/** A file or folder as it was when it was last looked at: its path, its stamp, and the digest of what it held. */
export type Seen = [path: string, stamp: string, digest: string]

/** Folders that are deeper or fuller than any dossier are not kept. */
const deepest = 16
const most = 200_000
const missing = 'missing'

/**
 * What the disk says of a file or folder without reading it: length, times of the last change of its content and of what is
 * said of it (which no program can put back), in nanoseconds, its number, and what it is.
 */
export function stampOf(path: string): string {
  const stat = lstatSync(path, {bigint: true, throwIfNoEntry: false})
  if (!stat) return missing
  return `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino} ${stat.mode}`
}

/**
 * The digest of a file, or of the names in a folder; of anything else what it is. Of a file that is larger than any that is
 * read or written only its size says something.
 */
export function digestAt(path: string): string {
  const stat = lstatSync(path, {throwIfNoEntry: false})
  if (stat?.isFile() && stat.size > caps.outputBytes.most) return `${stat.size} bytes`
  if (stat?.isFile()) return digestOf(readFileSync(path))
  if (stat?.isDirectory()) return digestOf(readdirSync(path).sort().join('\n'))
  return stat ? 'other' : missing
}

/** SHA-256 in hexadecimal digits. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The stamps of every file and folder below some folders, these too: one in which a name comes or goes is changed.
 *
 * @param names  of folders or files in `root`; one that is not there is seen as missing
 * @returns by path from `root`; undefined where there is more than a dossier has
 */
export function walked(root: string, names: readonly string[]): Map<string, string> | undefined {
  const found = new Map<string, string>()
  const look = (path: string, depth: number): boolean => {
    const full = join(root, path)
    found.set(path, stampOf(full))
    if (!lstatSync(full, {throwIfNoEntry: false})?.isDirectory()) return true
    if (depth > deepest || found.size > most) return false
    return readdirSync(full).every((name) => look(`${path}/${name}`, depth + 1))
  }
  return names.every((name) => look(name, 1)) ? found : undefined
}
