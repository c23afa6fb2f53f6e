import type {VFileMessage} from 'vfile-message'
import type {Asked} from '../asked.ts'
import {checkLedgers, checkPairs, countDisables, type WordsChecker} from '../check/index.ts'
import type {Source} from '../load/index.ts'
import {isOfValues, ownerOf, type Shared} from '../reading/index.ts'
import {type Dossier, namedInWords, readingFacts, type Translation} from '../resolve/index.ts'
import type {ContentOptions, RulesMemory, SharedFindings} from './types.ts'
import {isAskedFor} from './wanted.ts'

/** Documents with their files of words. */
export type Looked = readonly (readonly [path: string, files: readonly string[]])[]

/** The translations of words that are no document's own. */
export function sharedTranslations({dossier, words}: Shared): Translation[] {
  return dossier.translations.filter(({folder}) => !words.has(folder.slice('documents/'.length)))
}

/** With what it is looked for what is to be said of sources. */
export interface Rules {
  /** What the rules about facts find. */
  ofFacts: readonly VFileMessage[]
  checkWords: WordsChecker
  /** Of earlier builds, where something is kept of the root. */
  memory: RulesMemory | undefined
}

/** What is said of what documents share, and of those that are not read. */
export function sharedFindings(
  shared: Shared,
  {plans}: Asked,
  looked: Looked,
  options: ContentOptions,
  {ofFacts, checkWords, memory}: Rules,
): SharedFindings {
  const read = new Set(looked.flatMap(([, files]) => files))
  const messages = shared.messages.filter(({file}) => !read.has(file ?? ''))
  const wanted = [...shared.sources.values()].filter(
    ({path}) => ownerOf(path) === undefined && isAskedFor(path, plans, options),
  )
  const values = wanted.filter(({path}) => isOfValues(path))
  const others = memory ? JSON.stringify([namedByDocuments(shared.dossier), ofFacts.map(String)]) : ''
  const words = wanted.filter(({path}) => !isOfValues(path))
  const found = memory?.recallRules(others) ?? wordsFindings(shared, words, plans, options, checkWords)
  if ('facts' in found) memory?.keepRules(others, found, found.facts as ReadonlySet<string>)
  return {
    ...found,
    ofSources: [
      ...shared.messagesOfFiles,
      ...messages,
      ...values.flatMap((source) => checkWords(source)),
      ...found.ofSources,
    ],
    switchedOff: found.switchedOff + disablesIn(values),
  }
}

function disablesIn(sources: readonly Source[]): number {
  return sources.reduce((sum, source) => sum + countDisables(source), 0)
}

/** What the rules find in the words that documents share, and the facts that were read for it. */
function wordsFindings(
  shared: Shared,
  words: readonly Source[],
  plans: Asked['plans'],
  options: ContentOptions,
  checkWords: WordsChecker,
): SharedFindings & {facts: ReadonlySet<string>} {
  const {dossier} = shared
  const isWanted = (path: string): boolean => isAskedFor(path, plans, options)
  const ofWords = {...dossier, translations: sharedTranslations(shared)}
  const {result, read} = readingFacts(() => ({
    ofSources: words.flatMap((source) => checkWords(source)),
    ofPairs: checkPairs(ofWords, isWanted),
    ofLedgers: checkLedgers(ofWords, isWanted, options.final === true),
    switchedOff: disablesIn(words),
  }))
  return {...result, facts: read}
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
