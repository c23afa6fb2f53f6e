import {createHash} from 'node:crypto'
import {lstat, readFile} from 'node:fs/promises'
import {readWordFile} from '../edited/index.ts'
import {caps} from '../load/index.ts'
import {wordText} from './word-text.ts'

/**
 * The words of a file that git hands over, of any revision and from anybody: it may be anything.
 *
 * @param path  a file, mostly a temporary one
 * @returns lines; where it cannot be read one line that says so, with a digest, so that two such files differ
 */
export async function textOfFile(path: string): Promise<string[]> {
  const stat = await lstat(path).catch(() => undefined)
  if (!stat?.isFile()) return ['(This is no file that can be read.)']
  if (stat.size > caps.outputBytes.most)
    return [
      `(This file of ${stat.size} bytes is larger than any Word file that is made here: it is not read.)`,
    ]
  const bytes = await readFile(path)
  // Git has an empty file for what is not there.
  if (bytes.length === 0) return []
  try {
    return wordText(readWordFile(bytes))
  } catch {
    const digest = createHash('sha256').update(bytes).digest('hex')
    return [`(This is no Word file that can be read: ${bytes.length} bytes, SHA-256 ${digest}.)`]
  }
}
