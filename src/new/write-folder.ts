import {lstat, mkdir, open, rename, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {EnvironmentError} from '../load/index.ts'
import type {Files} from './types.ts'

/**
 * Writes files into a folder that does not exist yet, or is empty: all of them or none. They are written beside it
 * first and take its name last.
 *
 * @param root  folder that is there already; nothing outside it is touched
 * @param folder  path from the root with forward slashes; folders above it are made where they are missing
 * @param files  texts by path from the new folder
 * @throws EnvironmentError  when the disk will not have them; what was written is removed again
 */
export async function writeFolder(root: string, folder: string, files: Files): Promise<void> {
  const target = join(root, folder)
  const temporary = join(dirname(target), `.${process.pid}.new~`)
  const made: string[] = []
  try {
    await makeAbove(root, folder, made)
    await mkdir(temporary)
    made.push(temporary)
    for (const [path, text] of files) await writeNew(join(temporary, path), text)
    // An empty folder of that name gives way; one that has something in it by now does not.
    await rmdir(target).catch(() => undefined)
    if (await lstat(target).catch(() => undefined)) throw new Error('something of that name is there by now')
    await rename(temporary, target)
  } catch (cause) {
    for (const path of made.reverse())
      await (path === temporary ? rm(path, {recursive: true, force: true}) : rmdir(path)).catch(
        () => undefined,
      )
    throw new EnvironmentError(`Cannot write ${target}: ${(cause as Error).message}. Nothing was written.`)
  }
}

/** Folders above the new one, each a folder of its own and no link to another place. */
async function makeAbove(root: string, folder: string, made: string[]): Promise<void> {
  let path = root
  for (const name of folder.split('/').slice(0, -1)) {
    path = join(path, name)
    const stat = await lstat(path).catch(() => undefined)
    if (stat && !stat.isDirectory()) throw new Error(`${path} is no folder`)
    if (stat) continue
    await mkdir(path)
    made.push(path)
  }
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
