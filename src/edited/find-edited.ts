import {lstat, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {caps} from '../load/index.ts'
import {compare} from '../message/index.ts'
import {
  digestOf,
  documentOf,
  documentOutputs,
  type Outputs,
  refuseLinks,
  type WriteOptions,
} from '../write/index.ts'
import {isOurs} from './is-ours.ts'
import {readWordFile, type WordFile} from './word-file.ts'

const extension = 'docx'

/** A Word file of out/ that a build did not leave so, and that the next one would replace or leave behind. */
export interface EditedFile {
  /** Path from out/. */
  path: string
  bytes: Uint8Array
  /** What is in it; undefined where it cannot be read: cut off, damaged, or larger than it can be. */
  file: WordFile | undefined
  /** What the sources give in its place; undefined where they give nothing, or what is no Word file. */
  due: WordFile | undefined
  isReplaced: boolean
}

/**
 * The Word files of out/ that somebody edited, one after the other, so that only one is in memory.
 *
 * What a file is, its own package says, and no manifest, which may be that of another branch. Bytes are compared first:
 * mostly all files are as they will be.
 *
 * @param root  the content root
 * @param outputs  what the sources give
 * @throws EnvironmentError  when a file cannot be read, or one that would be replaced is far too large to be ours
 */
export async function* findEdited(
  root: string,
  outputs: Outputs,
  {isPartial, before}: WriteOptions,
): AsyncGenerator<EditedFile> {
  const due = new Map([...outputs].filter(([path]) => path.endsWith(`.${extension}`)))
  for (const [path, {bytes: dueBytes, replaces}] of [...due].sort(([a], [b]) => compare(a, b))) {
    const bytes = await readThere(root, path)
    if (bytes === 'too large') throw tooLarge(path)
    if (!bytes || Buffer.compare(bytes, dueBytes) === 0) continue
    if (replaces !== undefined && digestOf(bytes) === replaces) continue
    const [file, dueFile] = [readIfSound(bytes), readIfSound(dueBytes)]
    if (!file || !isSoundAndOurs(file, dueFile)) yield {path, bytes, file, due: dueFile, isReplaced: true}
  }
  if (isPartial) return
  for (const path of await documentOutputs(join(root, 'out'), extension)) {
    if (due.has(path) || before?.has(path)) continue
    const bytes = await readThere(root, path)
    const file = bytes instanceof Uint8Array ? readIfSound(bytes) : undefined
    // It stays where it is when it is none of ours.
    if (file && bytes instanceof Uint8Array && isOfPath(file, path) && !isSoundAndOurs(file, undefined))
      yield {path, bytes, file, due: undefined, isReplaced: false}
  }
}

/** The bytes of an ordinary file; a link is not followed, and what is larger than any file of ours not read. */
async function readThere(root: string, path: string): Promise<Uint8Array | 'too large' | undefined> {
  await refuseLinks(root, `out/${path}`)
  const target = join(root, 'out', path)
  const stat = await lstat(target).catch(() => undefined)
  if (!stat?.isFile()) return undefined
  if (stat.size > caps.outputBytes.most) return 'too large'
  return readFile(target).catch((cause: Error) => {
    throw new EnvironmentError(`Cannot read out/${path}, which may have been edited: ${cause.message}.`)
  })
}

function readIfSound(bytes: Uint8Array): WordFile | undefined {
  try {
    return readWordFile(bytes)
  } catch {
    return undefined // Also where it is nested so deep, or unpacks to so much, that nothing reads it.
  }
}

/** A part that is not read at first may be damaged too. */
function isSoundAndOurs(file: WordFile, due: WordFile | undefined): boolean {
  try {
    return isOurs(file, due)
  } catch {
    return false
  }
}

/** Whether a file says that it is the one which a build wrote to this path. */
function isOfPath({source}: WordFile, path: string): boolean {
  return source?.document === documentOf(path) && path.endsWith(`.${source?.language}.${extension}`)
}

function tooLarge(path: string): EnvironmentError {
  const mebibytes = caps.outputBytes.most / 1024 / 1024
  return new EnvironmentError(
    `out/${path} is larger than ${mebibytes} MiB, which no file that is made here is, and is not overwritten. Move it out of out/ and try again.`,
  )
}
