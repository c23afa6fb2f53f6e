import {lstat, readdir, readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {EnvironmentError, UsageError} from '../failure/index.ts'
import {addAll, compare, quote} from '../message/index.ts'
import {exchangeCaps} from './caps.ts'
import {savedAsTheyAre, withSaved} from './omegat/read-saved.ts'
import {RefusedFile} from './refused.ts'
import {readTable} from './table/read-table.ts'
import type {Refusal, ReturnedFolder} from './types.ts'
import {readXliff} from './xliff/read-xliff.ts'

/**
 * What came back in a file, or in the folder of an OmegaT project.
 *
 * @param path  of an XLIFF file, a Word file with tables, or a folder
 * @returns the folders of words in it, or why it cannot be read
 * @throws UsageError  where nothing of the kind is there
 * @throws EnvironmentError  when the disk will not give it
 */
export async function readReturned(path: string): Promise<ReturnedFolder[] | Refusal> {
  const stat = await lstat(path).catch(() => undefined)
  if (!stat) throw new UsageError(`There is no file ${quote(path)}. Write the name of what came back.`)
  const files = stat.isDirectory() ? await filesOfProject(path) : [path]
  try {
    const found: ReturnedFolder[] = []
    for (const file of files) addAll(found, foldersOf(await bytesOf(file), basename(file)))
    const saved = join(path, 'omegat/project_save.tmx')
    if (!stat.isDirectory() || !(await lstat(saved).catch(() => undefined))) return found
    return withSaved(found, savedAsTheyAre(await bytesOf(saved), basename(saved)))
  } catch (cause) {
    if (cause instanceof RefusedFile) return cause.refusal
    throw cause
  }
}

/** OmegaT writes what is translated into a folder of its own. */
async function filesOfProject(folder: string): Promise<string[]> {
  const isProject = (await lstat(join(folder, 'omegat.project')).catch(() => undefined)) !== undefined
  const target = isProject ? join(folder, 'target') : folder
  const names = await readdir(target).catch(() => [])
  const files = names.filter((name) => /\.xlf$/.test(name)).sort(compare)
  if (files.length > 0) return files.map((name) => join(target, name))
  throw new UsageError(
    isProject
      ? `Nothing stands in ${quote(target)}. In OmegaT choose “Project > Create Translated Documents” first.`
      : `${quote(folder)} is no OmegaT project. Write the folder with omegat.project in it.`,
  )
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const stat = await lstat(file).catch(() => undefined)
  if (!stat?.isFile())
    throw new UsageError(`${quote(file)} is no ordinary file. Write the name of what came back.`)
  if (stat.size > exchangeCaps.bytes) {
    const reason = `The file has ${stat.size} bytes, and ${exchangeCaps.bytes} are the most that is read.`
    throw new RefusedFile({file: basename(file), line: 1, reason})
  }
  return readFile(file).catch((cause: Error) => {
    throw new EnvironmentError(`Cannot read ${file}: ${cause.message}. Nothing was changed.`)
  })
}

/** A Word file is a ZIP archive, which begins with the letters PK. */
function foldersOf(bytes: Uint8Array, file: string): ReturnedFolder[] {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? readTable(bytes, file) : readXliff(bytes, file)
}
