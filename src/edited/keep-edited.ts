import {createHash} from 'node:crypto'
import {lstat, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {flushFolders, type Outputs, refuseLinks, replaceFile, type WriteOptions} from '../write/index.ts'
import {type Change, changesBetween} from './changes.ts'
import {type EditedFile, findEdited} from './find-edited.ts'
import type {WordFile} from './word-file.ts'

/** The folder of the content root that holds what somebody edited in out/. Git ignores it, and no command empties it. */
export const editedFolder = 'edited'

/** An edited Word file, and where it is kept. */
export interface Edited {
  /** Path from out/. */
  path: string
  /** Where a copy is kept, from the content root; undefined where nothing was to be written. */
  kept: string | undefined
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  digest: string
  /** Whether the same bytes were not kept before. */
  isNew: boolean
  /** Whether the sources give a file in its place; what they give no more stays, or is removed once it is kept. */
  isReplaced: boolean
  /** Paragraphs that differ; undefined where the file cannot be read, or others are compared already. */
  changes: Change[] | undefined
  isReadable: boolean
}

/** Whose paragraphs are compared; of further files only the names are said. */
const comparedMost = 5

/**
 * Copies every edited Word file that the next writing would replace to a place of its own. To be called before anything
 * is written: when one cannot be kept, nothing may be.
 *
 * @param root  the content root; its lock is held
 * @param outputs  what will be written
 * @returns every edited file, each with its copy
 * @throws EnvironmentError  when the disk will not have the copy
 */
export async function keepEdited(root: string, outputs: Outputs, options: WriteOptions): Promise<Edited[]> {
  const all: Edited[] = []
  for await (const file of findEdited(root, outputs, options)) {
    const {kept, isNew} = await keep(root, file).catch((cause: Error) => {
      throw new EnvironmentError(
        `out/${file.path} was edited, and a copy of it could not be kept. ${options.before?.size ? 'It was not' : 'Nothing was'} overwritten. ${cause.message}`,
      )
    })
    all.push({...described(file, all.length), kept, isNew})
  }
  return all
}

/** The digests of edited files that are kept, for `write`. */
export function digestsOf(edited: readonly Edited[]): Map<string, string> {
  return new Map(edited.map(({path, digest}) => [path, `sha256-${digest}`]))
}

/** What `keepEdited` would keep; nothing is written. */
export async function editedFiles(root: string, outputs: Outputs, options: WriteOptions): Promise<Edited[]> {
  const all: Edited[] = []
  for await (const file of findEdited(root, outputs, options))
    all.push({...described(file, all.length), kept: undefined, isNew: true})
  return all
}

function described(
  {path, bytes, file, due, isReplaced}: EditedFile,
  place: number,
): Omit<Edited, 'kept' | 'isNew'> {
  const isCompared = file !== undefined && place < comparedMost
  return {
    path,
    digest: sha256(bytes),
    isReplaced,
    isReadable: file !== undefined,
    changes: isCompared ? changesIn(file, due) : undefined,
  }
}

function changesIn(file: WordFile, due: WordFile | undefined): Change[] | undefined {
  try {
    return changesBetween(file, due)
  } catch {
    return undefined // Nested so deep that it cannot be walked through.
  }
}

/** Under a name that says what it is; the same bytes once, and never in the place of others. */
async function keep(
  root: string,
  {path, bytes}: Pick<EditedFile, 'path' | 'bytes'>,
): Promise<{kept: string; isNew: boolean}> {
  const digest = sha256(bytes)
  for (const digits of [8, 16, digest.length]) {
    const kept = `${editedFolder}/${path.replace(/docx$/, `${digest.slice(0, digits)}.docx`)}`
    await refuseLinks(root, kept)
    const stat = await lstat(join(root, kept)).catch(() => undefined)
    if (stat?.isFile() && stat.size === bytes.length && bytesEqual(await readFile(join(root, kept)), bytes))
      return {kept, isNew: false}
    if (stat) continue // Somebody went on with that copy.
    await replaceFile(root, kept, bytes)
    await flushFolders(root, [kept])
    return {kept, isNew: true}
  }
  throw new EnvironmentError(
    `Other files stand under its names in ${editedFolder}/, the last of them with all digits of ${digest}. Give them other names.`,
  )
}

function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
