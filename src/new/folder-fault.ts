import {lstat, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {isDeviceName} from '../load/index.ts'
import {quote} from '../message/index.ts'
import {isUnfinished} from './write-folder.ts'

const name = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const nameLength = 64
/** Folders of documents/ that hold no documents. */
const reserved = new Set(['decisions', 'agendas', 'texts'])

/** A folder as it is meant: without documents/ before it and a slash behind it. */
export function folderOf(given: string): string {
  return given.replace(/^(?:\.\/)?(?:documents\/)?/, '').replace(/\/$/, '')
}

/**
 * Why a folder cannot be that of a new document: its name, or something that is there already.
 *
 * @param root  the content root
 * @param given  such as `sc58/second`
 * @returns one sentence and the remedy, or undefined
 */
export async function folderFault(root: string, given: string): Promise<string | undefined> {
  const names = folderOf(given).split('/')
  if (names.length !== 2)
    return `The folder ${quote(given)} cannot be used. Write two names with a slash between them, such as sc58/second.`
  const fault = nameFault(names)
  if (fault) return fault
  const [group = '', own = ''] = names
  if (reserved.has(group))
    return `The folder documents/${group}/ holds no documents. Write a meeting or another group of documents before the slash.`
  return placeFault(root, group, own)
}

/**
 * Why a subject cannot have a name: the name itself, or a folder that is there already.
 *
 * @param root  the content root
 * @returns one sentence and the remedy, or undefined
 */
export async function subjectFault(root: string, subject: string): Promise<string | undefined> {
  return nameFault([subject]) ?? placeFault(root, 'decisions', subject)
}

function nameFault(names: readonly string[]): string | undefined {
  const wrong = names.find((part) => !name.test(part) || part.length > nameLength || isDeviceName(part))
  return wrong === undefined
    ? undefined
    : `The folder name ${quote(wrong)} cannot be used. Write small letters a to z, digits and single hyphens, a letter first, at most ${nameLength} characters.`
}

/** Why there can be no new folder `documents/<group>/<own>`. */
async function placeFault(root: string, group: string, own: string): Promise<string | undefined> {
  for (const path of ['documents', join('documents', group)]) {
    const stat = await lstat(join(root, path)).catch(() => undefined)
    if (stat && !stat.isDirectory())
      return `${join(root, path)} is a link or a file, and no folder is made behind it. Put a folder in its place.`
  }
  const twinOfGroup = await twin(join(root, 'documents'), group)
  if (twinOfGroup && twinOfGroup !== group)
    return `The folder documents/${twinOfGroup} is there already and differs only in capitals. Rename it, or write another name.`
  const there = await twin(join(root, 'documents', group), own)
  if (there === undefined) return undefined
  const path = join('documents', group, there)
  const stat = await lstat(join(root, path))
  const isEmpty =
    stat.isDirectory() && (await readdir(join(root, path), {withFileTypes: true})).every(isUnfinished)
  if (isEmpty && there === own) return undefined
  return `${path.replaceAll('\\', '/')} is there already, and nothing in it is changed. Write another name, or edit what is there.`
}

/** What a folder holds under a name, however its capitals are: on many computers the two are one. */
async function twin(folder: string, wanted: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => [])
  return names.find((found) => found === wanted) ?? names.find((found) => found.toLowerCase() === wanted)
}
