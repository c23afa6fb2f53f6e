import {createHash} from 'node:crypto'
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
} from 'node:fs'
import {join} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {EnvironmentError} from '../failure/index.ts'
import {compare} from '../message/index.ts'
import {caps} from './caps.ts'
import {frontMatterBytes} from './front-matter.ts'
import {type Entry, listContent, type Shelf} from './list-content.ts'
import {mostBytes} from './most-bytes.ts'
import type {Content, LeftFile} from './types.ts'

/**
 * All files under some folders of the content root. The last reader of sources: nothing after it opens a file.
 *
 * @param root  folder that holds documents/ and perhaps templates/
 * @param folders  which of its folders to read; one that does not exist gives nothing
 * @param mayLeave  files of which only the front matter is wanted now; those that are larger than most are read all the same
 * @returns bytes by path, and a finding for every link, device or name that is refused
 * @throws EnvironmentError  when the disk refuses to give a file
 */
export async function readContent(
  root: string,
  folders: readonly string[],
  mayLeave: (path: string) => boolean = () => false,
): Promise<{content: Content; left: Map<string, LeftFile>; messages: VFileMessage[]}> {
  const {paths, messages} = listContent(shelfOf(root), folders)
  const content: Content = new Map()
  const left = new Map<string, LeftFile>()
  for (const path of paths) {
    const bytes = readRegularFile(join(root, path), path)
    const beginning = mayLeave(path) && !isTried(path, bytes) ? beginningOf(path, bytes) : undefined
    content.set(path, beginning ?? bytes)
    if (beginning) left.set(path, leftFile(root, path, digestOf(bytes)))
  }
  return {content, left, messages}
}

/** Larger ones are first read by a thread with limits. */
function isTried(path: string, bytes: Uint8Array): boolean {
  return path.endsWith('.md') && bytes.length > caps.markdownBytes.most / 4
}

/** A copy, since a piece would keep the whole in memory; undefined where the whole has to be looked at. */
function beginningOf(path: string, bytes: Uint8Array): Uint8Array | undefined {
  const beginning = path.endsWith('.md') ? frontMatterBytes(bytes) : new Uint8Array()
  return beginning && Uint8Array.from(beginning)
}

/**
 * A file of which only the beginning is known.
 *
 * @param digest  SHA-256 of its bytes
 * @returns what throws an EnvironmentError where it has other bytes when it is read
 */
export function leftFile(root: string, path: string, digest: string): LeftFile {
  return {
    digest,
    read() {
      const bytes = readRegularFile(join(root, path), path)
      if (digestOf(bytes) !== digest) throw changing(path)
      return bytes
    },
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function shelfOf(root: string): Shelf {
  return {
    kindOf: (path) => {
      const stat = statOf(join(root, path))
      return stat && kindOf(stat)
    },
    entriesOf: (path) => entriesOf(root, path),
    sizeOf: (path) => statOf(join(root, path))?.size ?? 0,
  }
}

function statOf(absolute: string): Stats | undefined {
  try {
    return lstatSync(absolute)
  } catch {
    return undefined
  }
}

function kindOf(stat: Dirent | Stats): Entry['kind'] {
  if (stat.isSymbolicLink()) return 'link'
  if (stat.isDirectory()) return 'folder'
  return stat.isFile() ? 'file' : 'other'
}

function entriesOf(root: string, path: string): Entry[] {
  try {
    // Sorted only for stable output: directory order differs by system.
    return readdirSync(join(root, path), {withFileTypes: true})
      .map((entry) => ({name: entry.name, kind: kindOf(entry)}))
      .sort((a, b) => compare(a.name, b.name))
  } catch (cause) {
    throw new EnvironmentError(`Cannot read the folder ${path}: ${(cause as Error).message}.`)
  }
}

/** A file that changes while it is read is read once more. */
function readRegularFile(absolute: string, path: string): Uint8Array {
  const bytes = readOnce(absolute, path) ?? readOnce(absolute, path)
  if (!bytes) throw changing(path)
  return bytes
}

function changing(path: string): EnvironmentError {
  return new EnvironmentError(`${path} is changing at this moment. Wait until it is saved and try again.`)
}

const standIns = new Map<number, Uint8Array>()

/** What stands for every file that is larger than it may be, of which nothing but that is said: one byte too many. */
function tooLarge(most: number): Uint8Array {
  const known = standIns.get(most) ?? new Uint8Array(most + 1)
  standIns.set(most, known)
  return known
}

/**
 * Opens without following a link and without waiting for a pipe, and looks at the length before it reads. Not with promises:
 * for a hundred small files they take longer than the disk.
 *
 * @returns undefined when the file changed meanwhile
 */
function readOnce(absolute: string, path: string): Uint8Array | undefined {
  let handle: number | undefined
  try {
    handle = openSync(
      absolute,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    )
    const stat = fstatSync(handle)
    if (!stat.isFile()) throw new Error('it is not an ordinary file')
    const most = mostBytes(path)
    if (stat.size > most) return tooLarge(most)
    const buffer = new Uint8Array(stat.size + 1)
    let length = 0
    while (length < buffer.length) {
      const bytesRead = readSync(handle, buffer, length, buffer.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    const after = fstatSync(handle)
    if (after.size !== stat.size || after.mtimeMs !== stat.mtimeMs) return undefined
    return buffer.subarray(0, length)
  } catch (cause) {
    throw new EnvironmentError(`Cannot read ${path}: ${(cause as Error).message}.`)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
