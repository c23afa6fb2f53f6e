import type {VFileMessage} from 'vfile-message'
import type {Asked} from '../asked.ts'
import {checkLedgers, checkPairs, countDisables, type WordsChecker} from '../check/index.ts'
import type {Composition} from '../compose/index.ts'
import type {DocumentWords} from '../reading/index.ts'
import {type DocumentPlan, readingFacts} from '../resolve/index.ts'
import {isOfAny, type LanguageLooked, lookAtDocument} from './look-at-document.ts'
import type {ContentOptions, DocumentFindings, OwnFindings, SharedFindings, SourceFindings} from './types.ts'
import {isAskedFor, isWantedIn} from './wanted.ts'

/**
 * What is said of the files of words of a document.
 *
 * @param before  names of the facts that were read when these were
 */
export function ownFindings(
  {plan, dossier, translations, sources, messages}: DocumentWords,
  before: ReadonlySet<string>,
  {options, asked, checkOwn}: {options: ContentOptions; asked: Asked; checkOwn: WordsChecker},
): OwnFindings {
  const isWanted = (path: string): boolean => isAskedFor(path, asked.plans, options)
  const wanted = [...sources.values()].filter(({path}) => isWanted(path))
  const own = plan ? [plan] : []
  const ofDocument = {...dossier, translations}
  const {result, read} = readingFacts(() => ({
    ofSources: [...messages, ...wanted.flatMap((source) => checkOwn(source, own))],
    ofPairs: checkPairs(ofDocument, isWanted),
    ofLedgers: checkLedgers(ofDocument, isWanted, options.final === true),
    switchedOff: wanted.reduce((sum, source) => sum + countDisables(source), 0),
  }))
  return {...result, facts: new Set([...before, ...read])}
}

/** A document with what is said of it, of its own words and of what it shares. */
export function lookIn(
  {dossier}: DocumentWords,
  plan: DocumentPlan,
  found: SourceFindings,
  {ofAll, options}: {ofAll: SourceFindings; options: ContentOptions},
): LanguageLooked[] {
  const both = (key: keyof SourceFindings): readonly VFileMessage[] => [...ofAll[key], ...found[key]]
  const all = {ofSources: both('ofSources'), ofPairs: both('ofPairs'), ofLedgers: both('ofLedgers')}
  return lookAtDocument(dossier, plan, all, options.final === true)
}

/** What is said of a document. */
export function findingsOf(
  path: string,
  {
    plan,
    own,
    languages,
    work,
  }: {
    /** Undefined where it is not put together. */
    plan: DocumentPlan | undefined
    own: SharedFindings
    languages: readonly LanguageLooked[]
    work: number
  },
  options: ContentOptions,
): DocumentFindings {
  const made = languages.filter(({composition, code}) => composition && isWantedIn(code, options))
  // Of a document that is not put together nothing else says it.
  const ofTranslations = [...own.ofPairs, ...own.ofLedgers]
  const others = plan ? ofTranslations.filter((message) => !isOfAny(message, [plan])) : ofTranslations
  return {
    documents: languages.map(({code, isRefused}) => ({path, language: code, isRefused})),
    messages: made.flatMap(({messages}) => messages),
    ofSources: [...own.ofSources, ...others],
    switchedOff: own.switchedOff,
    hints: made.flatMap(({composition}) => (composition ? hintsIn(composition) : [])),
    work,
  }
}

/** A hint in a title is met again where another document names the title; it is one hint. */
function hintsIn({unconfirmed}: Composition): string[] {
  const hints = unconfirmed.filter(({kind}) => kind === 'hint')
  return hints.map(({path, place, what}) => JSON.stringify([path, place, what]))
}
