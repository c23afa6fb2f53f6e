import type {VFileMessage} from 'vfile-message'
import {decode, load, type Source, type Texts} from '../load/index.ts'
import {type Dossier, type ResolvedWords, resolveWords} from '../resolve/index.ts'
import {validateWords} from '../validate/index.ts'
import type {Shared} from './read-shared.ts'
import {ownerOf} from './words-files.ts'

/** A document with its words. */
export interface DocumentWords extends Pick<ResolvedWords, 'plan' | 'translations'> {
  /** The dossier with the pictures of this document. */
  dossier: Dossier
  /** Its valid files of words. */
  sources: ReadonlyMap<string, Source>
  /** What is said of these files. */
  messages: VFileMessage[]
}

/**
 * Reads the words of one document, which were not asked for when everything else was read. They live as long as somebody
 * has them: all documents one after the other need no more memory than the largest of them.
 *
 * @param path  of the document, such as `sc58/internet-trade`
 * @param files  its files of words
 * @param work  what the pictures of the documents before it took; those of this one come to it
 */
export function readWords(
  path: string,
  files: readonly string[],
  shared: Shared,
  work: Map<string, number>,
): DocumentWords {
  const bytes = files.flatMap((file): [string, Uint8Array][] => {
    const own = bytesOf(file, shared)
    return own ? [[file, own]] : []
  })
  const loaded = {...load(new Map(bytes)), paths: shared.paths}
  const validated = validateWords(loaded, shared.against, work)
  const {plan, translations, messages} = resolveWords(path, validated, shared)
  const all = [...loaded.messages, ...validated.messages, ...messages]
  return {
    plan,
    translations,
    dossier: {...shared.dossier, pictures: validated.pictures},
    sources: validated.sources,
    messages: all.filter(({file}) => file !== undefined && ownerOf(file) === path),
  }
}

/** Texts of all sources; those of words of documents are made of their bytes when they are asked for. */
export function textsOf(shared: Pick<Shared, 'texts' | 'content' | 'left'>): Texts {
  return {
    get(path) {
      const known = shared.texts.get(path)
      if (known !== undefined) return known
      const isWords = ownerOf(path) !== undefined && /\.(?:md|jsonl)$/.test(path)
      const bytes = isWords ? bytesOf(path, shared) : undefined
      return bytes && decode(bytes, path).text
    },
  }
}

/** The whole of a file. */
function bytesOf(path: string, {content, left}: Pick<Shared, 'content' | 'left'>): Uint8Array | undefined {
  return left.get(path)?.read() ?? content.get(path)
}
