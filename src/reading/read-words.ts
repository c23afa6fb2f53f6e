import type {VFileMessage} from 'vfile-message'
import {
  type Content,
  decode,
  type KnownWords,
  knownWords,
  load,
  type MarkdownSource,
  type Source,
  type Texts,
} from '../load/index.ts'
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
  const content = new Map(
    files.flatMap((file): [string, Uint8Array][] => {
      const own = bytesOf(file, shared)
      return own ? [[file, own]] : []
    }),
  )
  const known = shared.memory?.recallWords(path, content) ?? new Map<string, KnownWords>()
  const loaded = {
    ...load(new Map([...content].filter(([file]) => !known.has(file)))),
    paths: shared.paths,
  }
  const fresh = validateWords(loaded, shared.against, work)
  if (known.size < content.size)
    keepSound(path, content, known, [...loaded.messages, ...fresh.messages], {...fresh, shared})
  const sources = new Map([...fresh.sources, ...knownIn(content, known)])
  const validated = {...fresh, sources}
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

function knownIn(content: Content, known: ReadonlyMap<string, KnownWords>): [string, MarkdownSource][] {
  return [...known].map(([file, words]) => [
    file,
    knownWords(file, content.get(file) ?? new Uint8Array(), words),
  ])
}

/** Keeps the files of which nothing was said; those that were known stay so. */
function keepSound(
  path: string,
  content: Content,
  known: ReadonlyMap<string, KnownWords>,
  messages: readonly VFileMessage[],
  {sources, shared}: {sources: ReadonlyMap<string, Source>; shared: Shared},
): void {
  if (!shared.memory) return
  const told = new Set(messages.map(({file}) => file))
  const sound = [...sources.values()].filter(
    (source): source is MarkdownSource =>
      source.kind === 'markdown' && !told.has(source.path) && source.data.disables.length === 0,
  )
  if (sound.length > 0)
    shared.memory.keepWords(path, content, [...sound, ...knownIn(content, known).map(([, source]) => source)])
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
