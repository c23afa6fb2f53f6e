import type {VFileMessage} from 'vfile-message'
import {EnvironmentError} from '../failure/index.ts'
import {compare, error, printable, quote} from '../message/index.ts'
import {caps} from './caps.ts'
import {mostBytes} from './most-bytes.ts'
import {isPictureName, PictureAllowance, pictureNameFault} from './picture-files.ts'

/** What stands in a folder under a name. */
export interface Entry {
  name: string
  /** `other` is a device, a pipe, or another repository. */
  kind: 'file' | 'folder' | 'link' | 'other'
}

/** Where sources lie: the disk, or a revision of git. */
export interface Shelf {
  /** What stands at a path; undefined where nothing does. */
  kindOf(path: string): Entry['kind'] | undefined
  /** What stands in a folder, in the order of names. */
  entriesOf(path: string): Entry[]
  /** Bytes of a file. */
  sizeOf(path: string): number
}

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
 * The files under some folders of a content root that are sources, by their names and kinds; none is opened. What a
 * revision of git holds is refused for the same reasons as what lies on the disk.
 *
 * @param folders  which folders to look into; one that does not exist gives nothing
 * @returns paths in their order, and a finding for every link, device or name that is refused
 * @throws EnvironmentError  when there are too many
 */
export function listContent(
  shelf: Shelf,
  folders: readonly string[],
): {paths: string[]; messages: VFileMessage[]} {
  const list: List = {shelf, paths: [], messages: [], pictures: new PictureAllowance(), bytes: new Map()}
  for (const folder of folders) listFolder(folder, 1, list)
  return {paths: list.paths, messages: list.messages}
}

/** What is gathered from all folders. */
interface List {
  shelf: Shelf
  paths: string[]
  messages: VFileMessage[]
  pictures: PictureAllowance
  /** Of texts, by the folder of a document or a subject. */
  bytes: Map<string, number>
}

function listFolder(path: string, depth: number, list: List): void {
  const {shelf, paths, messages} = list
  const kind = shelf.kindOf(path)
  if (kind === 'link') {
    messages.push(refusedLink(path))
    return
  }
  if (kind !== 'folder') return
  if (depth > caps.folderDepth.most) {
    messages.push(
      error(`Folders are nested more than ${caps.folderDepth.most} deep here. Move the documents up.`, {
        path,
        ruleId: caps.folderDepth.rule,
      }),
    )
    return
  }
  const entries = shelf.entriesOf(path)
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
      if (!folderName.test(entry.name) && entry.kind === 'folder') continue
      if (!fileName.test(entry.name)) continue
    }
    if (entry.kind === 'link') messages.push(refusedLink(below))
    else if (entry.kind === 'folder' && !folderName.test(entry.name)) {
      messages.push(
        error(
          `The folder name ${quote(entry.name)} cannot be used. Write small letters a to z, digits and hyphens.`,
          {path: printable(below), ruleId: 'path-name'},
        ),
      )
    } else if (isDeviceName(entry.name)) messages.push(device(below, entry))
    else if (entry.kind === 'folder') listFolder(below, depth + 1, list)
    else if (entry.kind !== 'file') {
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
      if (paths.length >= caps.files.most) throw tooMany(paths)
      const fault = isPictureName(below) ? pictureFault(below, list) : folderFault(below, list)
      if (fault) messages.push(fault)
      else paths.push(below)
    }
  }
}

/** Why a picture is not read: its name, its size, or how many there are. */
function pictureFault(path: string, {shelf, pictures}: List): VFileMessage | undefined {
  return pictureNameFault(path) ?? pictures.take(path, shelf.sizeOf(path))
}

/** Why a text is not read: those before it in its folder are as large as they may be together. */
function folderFault(path: string, {shelf, bytes}: List): VFileMessage | undefined {
  const folder = path.split('/').slice(0, -1).slice(0, 3).join('/')
  const size = shelf.sizeOf(path)
  // What is too large by itself is not read either, and has a message of its own.
  const sum = (bytes.get(folder) ?? 0) + (size > mostBytes(path) ? 0 : size)
  bytes.set(folder, sum)
  const {most, rule} = caps.folderBytes
  if (sum <= most) return undefined
  const reason = `The texts in ${folder}/ have more than ${most / 1024 / 1024} MiB together, and this one is not read any more. Split the document, or move facts that are another's into a subject of their own.`
  return error(reason, {path, ruleId: rule})
}

/** Where most of them are tells what was put there by mistake. */
function tooMany(paths: readonly string[]): EnvironmentError {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [[folder, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a)
  return new EnvironmentError([
    `There are more than ${caps.files.most} files in documents/ and templates/, and nothing was read.`,
    `Most are in ${printable(folder)}/ (${count} of those that were counted). Only texts of documents and facts belong there: move the others elsewhere.`,
  ])
}

function device(path: string, entry: Entry): VFileMessage {
  const what = entry.kind === 'folder' ? 'folder' : 'file'
  const reason = `The name ${quote(entry.name)} is kept for a device on Windows, where no ${what} can have it. Give the ${what} another name.`
  return error(reason, {path: entry.kind === 'folder' ? `${path}/` : path, ruleId: 'path-name'})
}

/** Two names that are one on many computers: their outputs would have one path. */
function differsInCapitals(path: string, entry: Entry, other: string): VFileMessage {
  const what = entry.kind === 'folder' ? 'folder' : 'file'
  return error(
    `The names ${quote(other)} and ${quote(entry.name)} differ only in capitals: on many computers they are one ${what}, and both would be written to one place. Give one of them another name, or delete it.`,
    // The slash says that the finding is about everything in the folder.
    {path: printable(`${path}/${entry.name}${entry.kind === 'folder' ? '/' : ''}`), ruleId: 'path-case'},
  )
}

function refusedLink(path: string): VFileMessage {
  return error('This is a link to another place. Put the file itself here.', {
    path: printable(path),
    ruleId: 'path-link',
  })
}
