import type {VFileMessage} from 'vfile-message'
import {
  type Asked,
  type Content,
  type Known,
  type KnownWords,
  knownSources,
  type Left,
  type Loaded,
  load,
  type MarkdownSource,
  readContent,
  type Source,
} from '../load/index.ts'
import {knownTemplates, schemasOfPackage} from '../package-data.ts'
import {readTemplates} from '../package-files.ts'
import {type Dossier, resolve} from '../resolve/index.ts'
import {tryLargeSources} from '../trial.ts'
import {type Against, adoptedWords, mergeTemplates, validate} from '../validate/index.ts'
import {ownerOf, wordsByDocument} from './words-files.ts'

/** Files of a root, and what was refused of them. */
export interface ReadContent {
  content: Content
  /** Those of which it has the beginning; none where left out. */
  left?: Left
  messages: VFileMessage[]
}

/** What is read. */
export interface ReadOptions {
  /** Folder that holds documents/, and out/ beside it. Templates of ours stand in where it has none of its own. */
  root: string
  /** Sources that stand in for those on the disk, by path such as `documents/sc58/second/document.yaml`. */
  changes?: ReadonlyMap<string, string> | undefined
  /** What was read already, with what was refused of it: nothing is read of the disk then. */
  content?: ReadContent | undefined
  /** What is known of files that were read before; of a root of which nothing is kept there is none. */
  memory?: SourceMemory | undefined
}

/** Files of the root that were found valid, so that they need neither be parsed nor be looked at. */
export interface SourceMemory {
  /** YAML files; to be asked before the words of documents. */
  recall(content: Content): Known
  keep(known: Known): void
  /** The words of a document that are the same, by the paths of their files. */
  recallWords(document: string, files: Content): ReadonlyMap<string, KnownWords>
  keepWords(document: string, files: Content, sources: readonly MarkdownSource[]): void
}

/** Everything that was asked for, and what the words of further documents can be read with. */
export interface Shared {
  dossier: Dossier
  /** What was refused before anything was parsed: a link, a strange name, a source that takes too long. */
  messagesOfFiles: VFileMessage[]
  messages: VFileMessage[]
  /** Text of every source that was asked for, for code frames. */
  texts: Map<string, string>
  /** The valid sources. */
  sources: ReadonlyMap<string, Source>
  /** Every path that was seen. */
  paths: Set<string>
  content: Content
  /** Files of which it has the beginning. */
  left: Left
  /** The files of words of each document, by its path. */
  words: ReadonlyMap<string, readonly string[]>
  /** By what documents are proven. */
  against: Against
  memory: SourceMemory | undefined
}

/**
 * Sources to the Dossier: load, validate, resolve; no document is looked at.
 *
 * @param isAsked  whether the words of a file are asked for; of other bodies only the front matter is read
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function readShared(options: ReadOptions, isAsked: Asked): Promise<Shared> {
  const mayLeave = (path: string): boolean => ownerOf(path) !== undefined && !isAsked(path)
  const read = options.content ?? (await readContent(options.root, ['documents', 'templates'], mayLeave))
  // What was given stays as it is.
  const [content, messagesOfFiles, left] = [new Map(read.content), [...read.messages], new Map(read.left)]
  for (const [path, text] of options.changes ?? []) {
    content.set(path, new TextEncoder().encode(text))
    left.delete(path)
  }
  await tryLargeSources(content)
  const known = options.memory?.recall(content) ?? new Map()
  const loaded = loadWith(await readTemplates(), {content, left}, isAsked, known)
  // What is refused for its name or because it is a link is there all the same, and not missing as well.
  for (const {file} of messagesOfFiles) if (file) loaded.paths.add(file)
  const own = hasOwnFacts(loaded) ? await (await import('../own-schemas.ts')).ownSchemas() : undefined
  const schemas = await schemasOfPackage({
    templates: hasUnknown(loaded, (path) => path.startsWith('templates/')),
    facts: hasUnknown(loaded, (path) => /^documents\/.+\.yaml$/.test(path)),
  })
  const validated = validate(loaded, schemas, {
    isAsked,
    isAdopted: adoptedWords(loaded.sources),
    compile: own?.compile,
  })
  if (options.memory) keepKnown(options.memory, known, {...loaded, ...validated}, loaded.messages)
  const {dossier, messages} = resolve(validated, loaded.paths, own?.files)
  return {
    dossier,
    messagesOfFiles,
    messages: [...loaded.messages, ...validated.messages, ...messages],
    texts: loaded.texts,
    sources: validated.sources,
    paths: loaded.paths,
    content,
    left,
    words: wordsByDocument(content),
    against: validated.against,
    memory: options.memory,
  }
}

/** Files of facts about which nothing was said; a file that stands in for another, or changes one of ours, is none. */
function keepKnown(
  memory: SourceMemory,
  known: Known,
  {sources, texts, messages}: {sources: Loaded['sources']; texts: Loaded['texts']; messages: VFileMessage[]},
  ofLoad: readonly VFileMessage[],
): void {
  const told = new Set([...messages, ...ofLoad].map(({file}) => file))
  const sound = [...sources].filter(([path]) => /^documents\/.+\.yaml$/.test(path) && !told.has(path))
  if (sound.every(([path]) => known.has(path)) && sound.length === known.size) return
  memory.keep(knownSources({sources: new Map(sound), texts}))
}

/**
 * The sources of a root, its templates merged with those of the package.
 *
 * @param templates  of the package
 * @param content  of the root
 */
function loadWith(
  templates: Content,
  {content, left}: {content: Content; left: Left},
  isAsked: Asked,
  known: Known,
): Loaded {
  // A copy changes nothing and need not be parsed; the project itself has them all.
  const copies = new Set(
    [...templates].flatMap(([path, bytes]) => (isSame(bytes, content.get(path)) ? [path] : [])),
  )
  const own = new Map([...content].filter(([path]) => !copies.has(path)))
  return mergeTemplates(load(own, isAsked, known, left), load(templates, isAsked, knownTemplates()), copies)
}

function isSame(bytes: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(bytes, other) === 0
}

/** Whether there are files of which it is not known that they are valid. */
function hasUnknown({sources}: Loaded, isWanted: (path: string) => boolean): boolean {
  return [...sources.values()].some(
    (source) => isWanted(source.path) && !(source.kind === 'yaml' && source.isKnown),
  )
}

/** Whether what is printed of facts is described by a template that the package does not have, or not so. */
function hasOwnFacts({sources}: Loaded): boolean {
  return [...sources.values()].some(
    (source) => source.path.startsWith('templates/facts/') && !(source.kind === 'yaml' && source.isKnown),
  )
}
