import {createHash, type Hash} from 'node:crypto'
import {frontMatterBytes} from '../load/index.ts'
import {compare} from '../message/index.ts'
import type {ReadContent} from './read-shared.ts'
import {ownerOf} from './words-files.ts'

/** Digests of what something is made from. */
export interface Keys {
  /** Of everything, but of words of documents only the front matter, which is printed elsewhere. */
  ofAll: string
  /** Of that without the values of facts, but with all words. */
  ofWords: string
  /** Of it without the facts of subjects, but with their names, and of the words of a document. */
  ofDocument(path: string): string
}

/** Facts that not every document reads; the decisions and the ledgers are read for all. */
const facts = /^documents\/decisions\/[^/]+\/(?!decisions\.)[^/]+\.yaml$/
const values = /^documents\/decisions\/[^/]+\/(?!decisions\.)[^/.]+\.yaml$/

/** Whether a file has facts, and no words, of a sort that not every document reads. */
export function isOfValues(path: string): boolean {
  return values.test(path)
}

/**
 * Digests of what documents are made from.
 *
 * @param words  the files of words of each document, by its path
 * @param others  what else decides what is made, such as the program
 */
export function documentKeys(
  {content, left = new Map()}: Pick<ReadContent, 'content' | 'left'>,
  words: ReadonlyMap<string, readonly string[]>,
  others: string,
): Keys {
  const [all, ofWords, shared] = [0, 1, 2].map(() => createHash('sha256').update(others)) as [
    Hash,
    Hash,
    Hash,
  ]
  for (const [path, bytes] of [...content].sort(([a], [b]) => compare(a, b))) {
    const known = ownerOf(path) === undefined ? bytes : frontMatterIn(path, bytes)
    put(all, path, known)
    put(ofWords, path, isOfValues(path) ? new Uint8Array() : known)
    put(shared, path, facts.test(path) ? new Uint8Array() : known)
  }
  const ofShared = shared.digest('hex')
  return {
    ofAll: all.digest('hex'),
    ofWords: ofWords.digest('hex'),
    ofDocument(path) {
      const own = createHash('sha256').update(ofShared)
      for (const file of [...(words.get(path) ?? [])].sort(compare))
        own.update(`\n${JSON.stringify(file)} ${left.get(file)?.digest ?? digestOf(content.get(file))}\n`)
      return own.digest('hex')
    },
  }
}

function digestOf(bytes: Uint8Array = new Uint8Array()): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function put(hash: Hash, path: string, bytes: Uint8Array): void {
  hash.update(`\n${JSON.stringify(path)} ${bytes.length}\n`).update(bytes)
}

/** The whole file where it has no end, and nothing of what has none. */
function frontMatterIn(path: string, bytes: Uint8Array): Uint8Array {
  return path.endsWith('.md') ? (frontMatterBytes(bytes) ?? bytes) : new Uint8Array()
}
