import type {Asked} from '../asked.ts'
import {checkLedgers, checkPairs, checkWords, countDisables} from '../check/index.ts'
import {ownerOf, type Shared} from '../reading/index.ts'
import type {Translation} from '../resolve/index.ts'
import type {SourceFindings} from './look-at-document.ts'
import type {ContentOptions} from './types.ts'
import {isAskedFor} from './wanted.ts'

/** Documents with their files of words. */
export type Looked = readonly (readonly [path: string, files: readonly string[]])[]

/** What is said of sources, and how many rules authors have switched off in them. */
export type SharedFindings = SourceFindings & {switchedOff: number}

/** The translations of words that are no document's own. */
export function sharedTranslations({dossier, words}: Shared): Translation[] {
  return dossier.translations.filter(({folder}) => !words.has(folder.slice('documents/'.length)))
}

/** What is said of what documents share, and of those that are not read. */
export function sharedFindings(
  shared: Shared,
  {plans}: Asked,
  looked: Looked,
  options: ContentOptions,
): SharedFindings {
  const {dossier, messagesOfFiles, messages} = shared
  const read = new Set(looked.flatMap(([, files]) => files))
  const isWanted = (path: string): boolean => isAskedFor(path, plans, options)
  const sources = new Map([...shared.sources].filter(([path]) => ownerOf(path) === undefined))
  const translations = sharedTranslations(shared)
  const wanted = [...sources.values()].filter(({path}) => isWanted(path))
  return {
    ofSources: [
      ...messagesOfFiles,
      ...messages.filter(({file}) => !read.has(file ?? '')),
      ...checkWords(dossier, sources, isWanted),
    ],
    ofPairs: checkPairs({...dossier, translations}, isWanted),
    ofLedgers: checkLedgers({...dossier, translations}, isWanted, options.final === true),
    switchedOff: wanted.reduce((sum, source) => sum + countDisables(source), 0),
  }
}
