import type {Asked} from '../asked.ts'
import {checkLedgers, checkPairs, checkWords, countDisables} from '../check/index.ts'
import {ownerOf, type Shared} from '../reading/index.ts'
import {type Dossier, namedInWords, type Translation} from '../resolve/index.ts'
import type {ContentOptions, RulesMemory, SharedFindings} from './types.ts'
import {isAskedFor} from './wanted.ts'

/** Documents with their files of words. */
export type Looked = readonly (readonly [path: string, files: readonly string[]])[]

/** The translations of words that are no document's own. */
export function sharedTranslations({dossier, words}: Shared): Translation[] {
  return dossier.translations.filter(({folder}) => !words.has(folder.slice('documents/'.length)))
}

/**
 * What is said of what documents share, and of those that are not read.
 *
 * @param memory  of earlier builds, where something is kept of the root
 */
export function sharedFindings(
  shared: Shared,
  {plans}: Asked,
  looked: Looked,
  options: ContentOptions,
  memory: RulesMemory | undefined,
): SharedFindings {
  const read = new Set(looked.flatMap(([, files]) => files))
  const messages = shared.messages.filter(({file}) => !read.has(file ?? ''))
  const named = memory ? namedByDocuments(shared.dossier) : ''
  const known = memory?.recallRules(named)
  const found = known ?? rulesOn(shared, plans, options)
  if (!known) memory?.keepRules(named, found)
  return {...found, ofSources: [...shared.messagesOfFiles, ...messages, ...found.ofSources]}
}

/** What the rules find in what documents share. */
function rulesOn(shared: Shared, plans: Asked['plans'], options: ContentOptions): SharedFindings {
  const {dossier} = shared
  const isWanted = (path: string): boolean => isAskedFor(path, plans, options)
  const sources = new Map([...shared.sources].filter(([path]) => ownerOf(path) === undefined))
  const translations = sharedTranslations(shared)
  const wanted = [...sources.values()].filter(({path}) => isWanted(path))
  return {
    ofSources: checkWords(dossier, sources, isWanted),
    ofPairs: checkPairs({...dossier, translations}, isWanted),
    ofLedgers: checkLedgers({...dossier, translations}, isWanted, options.final === true),
    switchedOff: wanted.reduce((sum, source) => sum + countDisables(source), 0),
  }
}

/** What the words of documents name of other files, on which depends in which period those are looked at. */
function namedByDocuments({documents, dormant}: Dossier): string {
  const named = [...documents, ...dormant].map(({path, parts}) => [
    path,
    [...parts.values()].flat().map(({source}) => {
      const {quotes, registers, agenda} = namedInWords(source)
      return [source.path, [...quotes], [...registers], agenda]
    }),
  ])
  return JSON.stringify(named)
}
