import type {Dirent} from 'node:fs'
import {lstat, mkdir, open, readdir, rename, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import type {Files} from './types.ts'

const unfinished = /^\.\d+\.new~$/

/** Whether this is a folder in which a command that was killed had begun its files. */
export const isUnfinished = (entry: Dirent): boolean => entry.isDirectory() && unfinished.test(entry.name)

/**
 * Writes files into a folder that does not exist yet, or is empty: all of them or none. They are written under
 * another name first and take their own last.
 *
 * @param root  folder that is there already; nothing outside it is touched
 * @param folder  path from the root with forward slashes; folders above it are made where they are missing
 * @param files  texts by path from the new folder
 * @throws EnvironmentError  when the disk will not have them; what was written is removed again
 */
export async function writeFolder(root: string, folder: string, files: Files): Promise<void> {
  const made: string[] = []
  const target = join(root, folder)
  try {
    await makeAbove(root, folder, made)
    await makeFolder(target, made)
    for (const {name} of (await readdir(target, {withFileTypes: true})).filter(isUnfinished))
      await rm(join(target, name), {recursive: true})
    // Inside it, so that a folder which was there and empty, and may be somebody's working folder, stays the same.
    const temporary = join(target, `.${process.pid}.new~`)
    await makeFolder(temporary, made)
    for (const [path, text] of files) await writeNew(join(temporary, path), text)
    if ((await readdir(target)).length > 1) throw new Error('something is in it by now')
    for (const name of await readdir(temporary)) {
      await rename(join(temporary, name), join(target, name))
      made.push(join(target, name))
    }
    await rmdir(temporary)
  } catch (cause) {
    await undo(made, target)
    throw new EnvironmentError(`Cannot write ${target}: ${(cause as Error).message}. Nothing was written.`)
  }
}

/** Removes what was made: below the new folder all of it, above it only folders that are empty. */
async function undo(made: readonly string[], target: string): Promise<void> {
  for (const path of [...made].reverse()) {
    const isOurs = dirname(path) === target
    await (isOurs ? rm(path, {recursive: true, force: true}) : rmdir(path)).catch(() => undefined)
  }
}

/** Folders above the new one. */
async function makeAbove(root: string, folder: string, made: string[]): Promise<void> {
  let path = root
  for (const name of folder.split('/').slice(0, -1)) {
    path = join(path, name)
    await makeFolder(path, made)
  }
}

/** A folder of its own and no link to another place. */
async function makeFolder(path: string, made: string[]): Promise<void> {
  const stat = await lstat(path).catch(() => undefined)
  if (stat && !stat.isDirectory()) throw new Error(`${path} is no folder`)
  if (stat) return
  await mkdir(path)
  made.push(path)
}

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), {recursive: true})
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
