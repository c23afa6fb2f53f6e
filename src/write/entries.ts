import type {Dirent} from 'node:fs'
import {lstat, readdir} from 'node:fs/promises'

/** What is in a folder: nothing where it is a link, something else, or not there. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  const stat = await lstat(folder).catch(() => undefined)
  return stat?.isDirectory() ? readdir(folder, {withFileTypes: true}).catch(() => []) : []
}
