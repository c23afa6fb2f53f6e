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
import {compare, error, printable, quote} from '../message/index.ts'
import {caps} from './caps.ts'
import {isPictureName, PictureAllowance, pictureNameFault} from './picture-files.ts'
import type {Content} from './types.ts'

/** Folders of patterns that are copied and are no sources themselves. */
const patterns: readonly string[] = ['templates/dossier']

const folderName = /^[a-z0-9][a-z0-9-]*$/
const fileName = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*$/
const deviceName = /^(?:con|nul|aux|prn|com[0-9]|lpt[0-9])(?:\.|$)/

/** Whether Windows keeps a name for a device: a checkout of a file or folder of that name would fail there. */
export function isDeviceName(name: string): boolean {
  return deviceName.test(name)
}

/**
 * All files under some folders of the content root. The last reader of sources: nothing after it opens a file.
 *
 * @param root  folder that holds documents/ and perhaps templates/
 * @param folders  which of its folders to read; one that does not exist gives nothing
 * @returns bytes by path, and a finding for every link, device or name that is refused
 * @throws EnvironmentError  when the disk refuses to give a file
 */
export async function readContent(
  root: string,
  folders: readonly string[],
): Promise<{content: Content; messages: VFileMessage[]}> {
  const content: Content = new Map()
  const messages: VFileMessage[] = []
  const read: Read = {root, content, messages, pictures: new PictureAllowance()}
  for (const folder of folders) readFolder(folder, 1, read)
  return {content, messages}
}

/** What is gathered from all folders. */
interface Read {
  root: string
  content: Content
  messages: VFileMessage[]
  pictures: PictureAllowance
}

function readFolder(path: string, depth: number, read: Read): void {
  const {root, content, messages} = read
  const stat = statOf(join(root, path))
  if (!stat) return
  if (stat.isSymbolicLink()) {
    messages.push(refusedLink(path))
    return
  }
  if (!stat.isDirectory()) return
  if (depth > caps.folderDepth.most) {
    messages.push(
      error(`Folders are nested more than ${caps.folderDepth.most} deep here. Move the documents up.`, {
        path,
        ruleId: caps.folderDepth.rule,
      }),
    )
    return
  }
  const entries = entriesOf(root, path)
  const alike = new Map<string, string[]>()
  for (const {name} of entries) {
    const key = name.toLowerCase()
    alike.set(key, [...(alike.get(key) ?? []), name])
  }
  for (const entry of entries) {
    const below = `${path}/${entry.name}`
    if (patterns.includes(below)) continue
    if (entry.name.startsWith('.') || entry.name.endsWith('~')) continue // What editors and git leave behind.
    const twin = alike.get(entry.name.toLowerCase())?.findLast((name) => name !== entry.name)
    if (twin) {
      // Said once for all of them, at the last: capitals sort first, so the last has small letters and could be built.
      if (compare(entry.name, twin) > 0) messages.push(differsInCapitals(path, entry, twin))
      if (!folderName.test(entry.name) && entry.isDirectory()) continue
      if (!fileName.test(entry.name)) continue
    }
    if (entry.isSymbolicLink()) messages.push(refusedLink(below))
    else if (entry.isDirectory() && !folderName.test(entry.name)) {
      messages.push(
        error(
          `The folder name ${quote(entry.name)} cannot be used. Write small letters a to z, digits and hyphens.`,
          {path: printable(below), ruleId: 'path-name'},
        ),
      )
    } else if (isDeviceName(entry.name)) messages.push(device(below, entry))
    else if (entry.isDirectory()) readFolder(below, depth + 1, read)
    else if (!entry.isFile()) {
      messages.push(
        error('This is not an ordinary file. Replace it by one, or delete it.', {
          path: below,
          ruleId: 'path-kind',
        }),
      )
    } else if (!fileName.test(entry.name) || Buffer.byteLength(below) > caps.pathBytes.most) {
      messages.push(
        error(
          `The file name ${quote(entry.name)} cannot be used. Write small letters a to z, digits, hyphens and full stops, at most ${caps.pathBytes.most} characters with its folders.`,
          {path: printable(below), ruleId: 'path-name'},
        ),
      )
    } else {
      if (content.size >= caps.files.most) throw tooMany(content)
      const fault = isPictureName(below) ? pictureFault(below, read) : undefined
      if (fault) messages.push(fault)
      else content.set(below, readRegularFile(join(root, below), below))
    }
  }
}

/** Why a picture is not read: its name, its size, or how many there are. */
function pictureFault(path: string, {root, pictures}: Read): VFileMessage | undefined {
  return pictureNameFault(path) ?? pictures.take(path, statOf(join(root, path))?.size ?? 0)
}

/** Where most of them are tells what was put there by mistake. */
function tooMany(content: Content): EnvironmentError {
  const counts = new Map<string, number>()
  for (const path of content.keys()) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [[folder, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a)
  return new EnvironmentError([
    `There are more than ${caps.files.most} files in documents/ and templates/, and nothing was read.`,
    `Most are in ${printable(folder)}/ (${count} of those that were counted). Only texts of documents and facts belong there: move the others elsewhere.`,
  ])
}

function device(path: string, entry: Dirent): VFileMessage {
  const what = entry.isDirectory() ? 'folder' : 'file'
  const reason = `The name ${quote(entry.name)} is kept for a device on Windows, where no ${what} can have it. Give the ${what} another name.`
  return error(reason, {path: entry.isDirectory() ? `${path}/` : path, ruleId: 'path-name'})
}

function statOf(absolute: string): Stats | undefined {
  try {
    return lstatSync(absolute)
  } catch {
    return undefined
  }
}

function entriesOf(root: string, path: string): Dirent[] {
  try {
    // Sorted only for stable output: directory order differs by system.
    return readdirSync(join(root, path), {withFileTypes: true}).sort((a, b) => compare(a.name, b.name))
  } catch (cause) {
    throw new EnvironmentError(`Cannot read the folder ${path}: ${(cause as Error).message}.`)
  }
}

/** Two names that are one on many computers: their outputs would have one path. */
function differsInCapitals(path: string, entry: Dirent, other: string): VFileMessage {
  const what = entry.isDirectory() ? 'folder' : 'file'
  return error(
    `The names ${quote(other)} and ${quote(entry.name)} differ only in capitals: on many computers they are one ${what}, and both would be written to one place. Give one of them another name, or delete it.`,
    // The slash says that the finding is about everything in the folder.
    {path: printable(`${path}/${entry.name}${entry.isDirectory() ? '/' : ''}`), ruleId: 'path-case'},
  )
}

function refusedLink(path: string): VFileMessage {
  return error('This is a link to another place. Put the file itself here.', {
    path: printable(path),
    ruleId: 'path-link',
  })
}

/** A file that changes while it is read is read once more. */
function readRegularFile(absolute: string, path: string): Uint8Array {
  const bytes = readOnce(absolute, path) ?? readOnce(absolute, path)
  if (!bytes)
    throw new EnvironmentError(`${path} is changing at this moment. Wait until it is saved and try again.`)
  return bytes
}

/**
 * Opens without following a link and without waiting for a pipe, reads one byte past the cap at most. Not with promises:
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
    const {most} = isPictureName(path) ? caps.pictureBytes : caps.yamlBytes
    const buffer = new Uint8Array(Math.min(stat.size, most) + 1)
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
