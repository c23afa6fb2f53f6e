import type {VFileMessage} from 'vfile-message'
import {type Asking, askedOf} from './asked.ts'
import {checkWords} from './check/index.ts'
import type {Composition} from './compose/index.ts'
import type {Source} from './load/index.ts'
import {
  type CheckedContent,
  type CheckedDocument,
  type ContentOptions,
  checkEach,
  isAskedFor,
  isNamedIn,
  isSharedAsked,
} from './looking/index.ts'
import {compare} from './message/index.ts'
import {ownerOf, type ReadOptions, readShared} from './reading/index.ts'
import type {DocumentPlan, Dossier} from './resolve/index.ts'

/**
 * Sources to the Dossier: load, validate, resolve; no document is looked at.
 *
 * @returns the dossier, what was found so far, the text of every source, the valid sources and the paths of all
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function resolveContent(options: ReadOptions & Pick<Asking, 'documents'>): Promise<{
  dossier: Dossier
  messages: VFileMessage[]
  texts: Map<string, string>
  sources: ReadonlyMap<string, Source>
  paths: ReadonlySet<string>
}> {
  const isNamed = isNamedIn(options.documents)
  const shared = await readShared(options, (path, pointer) =>
    ownerOf(path) !== undefined && !pointer ? isNamed(path) : isSharedAsked(path, options),
  )
  return {...shared, messages: [...shared.messagesOfFiles, ...shared.messages]}
}

/** What the rules about words find, as far as it is asked for; nothing is composed. */
export async function checkWordsOf(options: ContentOptions): Promise<VFileMessage[]> {
  const {dossier, sources, paths} = await resolveContent(options)
  const {plans} = askedOf(options, dossier, paths)
  return checkWords(dossier, sources, (path) => isAskedFor(path, plans, options))
}

/** Everything up to `check`, with the words and the finished trees of all documents. */
export async function checkContent(
  options: ContentOptions,
): Promise<CheckedContent & {compositions: Composition[]; texts: ReadonlyMap<string, string>}> {
  const compositions: Composition[] = []
  const all: CheckedDocument[] = []
  const checked = await checkEach(options, {
    take(document) {
      for (const {composition} of document.languages) compositions.push(composition)
      all.push(document)
    },
  })
  const withWords = new Map(all.flatMap(({plan}) => (plan ? [[plan.path, plan] as const] : [])))
  const wordsOf = (plans: readonly DocumentPlan[]): DocumentPlan[] =>
    plans.map((plan) => withWords.get(plan.path) ?? plan)
  const {dossier} = checked
  const read = new Set(all.flatMap(({translations}) => translations.map(({folder}) => folder)))
  const translations = [
    ...dossier.translations.filter(({folder}) => !read.has(folder)),
    ...all.flatMap((document) => document.translations),
  ].sort((a, b) => compare(a.folder, b.folder) || compare(a.language, b.language))
  const texts = [...checked.paths].flatMap((path): [string, string][] => {
    const text = checked.texts.get(path)
    return text === undefined ? [] : [[path, text]]
  })
  return {
    ...checked,
    compositions,
    texts: new Map(texts),
    dossier: {
      ...dossier,
      documents: wordsOf(dossier.documents),
      dormant: wordsOf(dossier.dormant),
      translations,
      pictures: new Map(all.flatMap((document) => [...document.dossier.pictures])),
    },
    sources: new Map([...checked.sources, ...all.flatMap(({sources}) => [...sources])]),
  }
}
