import type {VFileMessage} from 'vfile-message'
import {EnvironmentError} from '../failure/index.ts'
import {type Content, caps, type Entry, listContent, type Shelf} from '../load/index.ts'
import {compare} from '../message/index.ts'
import {gitBytes} from './run-git.ts'

/** Bytes of all files of a revision together: the pictures that a root may have, and three times as much of texts. */
const mostBytes = 4 * caps.allPictureBytes.most
/** Of each file git writes a line before its bytes. */
const headBytes = 128

/** A file of a revision. */
interface Blob {
  object: string
  size: number
}

/**
 * All files under some folders of a content root as a revision has them, refused for the same reasons as those on the disk:
 * links, repositories within it, strange names, too many. Git is asked twice; nothing is written to the disk.
 *
 * @param root  the content root, which may lie below the top of the repository
 * @param commit  its full name
 * @param folders  such as `documents`
 * @returns bytes by path from the root, and what is refused
 * @throws EnvironmentError  when there are more files or bytes than are read, or git lacks some
 */
export async function revisionContent(
  root: string,
  commit: string,
  folders: readonly string[],
): Promise<{content: Content; messages: VFileMessage[]}> {
  const {blobs, shelf} = shelfOf(await listOf(root, commit, folders))
  const {paths, messages} = listContent(shelf, folders)
  const wanted = paths.flatMap((path) => {
    const blob = blobs.get(path)
    return blob && blob.size <= caps.pictureBytes.most ? [blob] : []
  })
  const bytes = await bytesOf(root, wanted)
  // What is too large is refused by its size, and is not read for that.
  const none = new Uint8Array(caps.pictureBytes.most + 1)
  return {
    content: new Map(paths.map((path) => [path, bytes.get(blobs.get(path)?.object ?? '') ?? none])),
    messages,
  }
}

async function listOf(root: string, commit: string, folders: readonly string[]): Promise<string> {
  try {
    const args = ['ls-tree', '-r', '-z', '--long', commit, '--'].concat(folders)
    return (await gitBytes(root, args)).toString('utf8')
  } catch (cause) {
    if ((cause as {code?: string}).code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
      throw new EnvironmentError(
        `There are more than ${caps.files.most} files in documents/ and templates/ of this revision, and nothing was read.`,
      )
    throw lacking(cause)
  }
}

/** Files and folders as `git ls-tree` lists them: `100644 blob 1a2b… 120\tdocuments/meetings.yaml`. */
function shelfOf(list: string): {blobs: Map<string, Blob>; shelf: Shelf} {
  const blobs = new Map<string, Blob>()
  const folders = new Map<string, Map<string, Entry['kind']>>()
  for (const line of list.split('\0')) {
    const [, mode, object = '', size = '', path] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? []
    if (path === undefined) continue
    const names = path.split('/')
    for (let depth = 1; depth <= names.length; depth++) {
      const folder = names.slice(0, depth - 1).join('/')
      const entries = folders.get(folder) ?? new Map<string, Entry['kind']>()
      folders.set(folder, entries)
      entries.set(names[depth - 1] ?? '', depth < names.length ? 'folder' : kindOf(mode))
    }
    blobs.set(path, {object, size: Number(size) || 0})
  }
  const shelf: Shelf = {
    kindOf(path) {
      const at = path.lastIndexOf('/')
      return folders.get(path.slice(0, Math.max(0, at)))?.get(path.slice(at + 1))
    },
    entriesOf: (path) =>
      [...(folders.get(path) ?? [])]
        .map(([name, kind]) => ({name, kind}))
        .sort((a, b) => compare(a.name, b.name)),
    sizeOf: (path) => blobs.get(path)?.size ?? 0,
  }
  return {blobs, shelf}
}

/** Source of the modes: the documentation of git-fast-import. */
function kindOf(mode: string | undefined): Entry['kind'] {
  if (mode === '120000') return 'link'
  return mode?.startsWith('100') ? 'file' : 'other'
}

/** The bytes of files by the names that git has for them, in one answer. */
async function bytesOf(root: string, blobs: readonly Blob[]): Promise<Map<string, Uint8Array>> {
  const sizes = new Map(blobs.map(({object, size}) => [object, size]))
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  if (total > mostBytes)
    throw new EnvironmentError(
      `The files of this revision have more than ${mostBytes / 1024 / 1024} MiB together, and nothing was read.`,
    )
  const found = new Map<string, Uint8Array>()
  if (sizes.size === 0) return found
  const input = [...sizes.keys()].map((object) => `${object}\n`).join('')
  const answer = await gitBytes(root, ['cat-file', '--batch'], {
    input,
    most: total + headBytes * sizes.size,
  }).catch((cause: unknown) => {
    throw lacking(cause)
  })
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at)
    const [object = '', , size] = answer.toString('latin1', at, end).split(' ')
    if (end < 0 || size === undefined) throw lacking()
    found.set(object, answer.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return found
}

/** Git has the commit and not all of its files: a clone that was made with a filter. */
function lacking(cause?: unknown): Error {
  if (cause instanceof EnvironmentError) return cause
  return new EnvironmentError(
    'Git does not have all files of this revision here. If this is a part of a clone, fetch the rest: git fetch --refetch --no-filter.',
  )
}
