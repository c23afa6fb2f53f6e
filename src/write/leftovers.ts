import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {entriesOf} from './entries.ts'

const temporary = /^\.cites-docs-[0-9a-f]{12}\.tmp$/
const deepest = 12

/** A name for a file that is not finished, in the folder of the one it becomes. */
export const temporaryName = (random: string): string => `.cites-docs-${random}.tmp`

/**
 * Removes the unfinished files of builds that were killed. No link is followed, nothing else is touched.
 *
 * @param folder  such as out/, absolute
 */
export async function clearLeftovers(folder: string, depth = 0): Promise<void> {
  if (depth > deepest) return
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await clearLeftovers(path, depth + 1)
    else if (entry.isFile() && temporary.test(entry.name))
      await rm(path, {force: true}).catch(() => undefined)
  }
}
