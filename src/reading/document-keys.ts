import {createHash} from 'node:crypto'
import type {Content} from '../load/index.ts'
import {compare} from '../message/index.ts'
import {ownerOf} from './words-files.ts'

/**
 * Digests of all that each document is made from: its own files, and everything else of the root but the words of other
 * documents, of which only the front matter is printed elsewhere.
 *
 * @param others  what else decides what is made, such as the program
 * @param words  the files of words of each document, by its path
 * @returns gives the key of a document by its path; of what is about all documents by undefined, which is the same as long
 *   as only words of documents change
 */
export function documentKeys(
  content: Content,
  words: ReadonlyMap<string, readonly string[]>,
  others: string,
): (path: string | undefined) => string {
  const shared = createHash('sha256').update(others)
  for (const [path, bytes] of [...content].sort(([a], [b]) => compare(a, b))) {
    const known = ownerOf(path) === undefined ? bytes : frontMatterIn(path, bytes)
    shared.update(`\n${JSON.stringify(path)} ${known.length}\n`).update(known)
  }
  const ofAll = shared.digest('hex')
  return (path) => {
    if (path === undefined) return ofAll
    const own = createHash('sha256').update(ofAll)
    for (const file of [...(words.get(path) ?? [])].sort(compare)) {
      const bytes = content.get(file) ?? new Uint8Array()
      own.update(`\n${JSON.stringify(file)} ${bytes.length}\n`).update(bytes)
    }
    return own.digest('hex')
  }
}

/** Up to the line that closes it; the whole file where none does, and nothing of what has none. */
function frontMatterIn(path: string, bytes: Uint8Array): Uint8Array {
  if (!path.endsWith('.md')) return new Uint8Array()
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = /\n---\r?\n/.exec(text.toString('latin1'))?.index
  return end === undefined ? text : text.subarray(0, end)
}
