import {join} from 'node:path'
import {compare} from '../message/index.ts'
import {entriesOf} from './entries.ts'

const folderName = /^[a-z0-9][a-z0-9-]*$/
const manifestName = /^([a-z0-9][a-z0-9-]*)\.manifest\.json$/

/**
 * The documents that have a manifest in out/, also those that are no more. A document is a folder in a folder, so that
 * nothing deeper is looked at; no link is followed.
 *
 * @param folder  out/, absolute
 * @returns their paths, sorted
 */
export async function documentsWithManifest(folder: string): Promise<string[]> {
  const documents: string[] = []
  for (const group of await entriesOf(folder)) {
    if (!group.isDirectory() || !folderName.test(group.name)) continue
    for (const entry of await entriesOf(join(folder, group.name))) {
      const name = entry.isFile() ? manifestName.exec(entry.name)?.[1] : undefined
      if (name) documents.push(`${group.name}/${name}`)
    }
  }
  return documents.sort(compare)
}
