import type {VFileMessage} from 'vfile-message'
import {type Asked, type Asking, askedOf, messagesAbout} from '../asked.ts'
import {factsFindings, wordsChecker} from '../check/index.ts'
import {compare, sortMessages} from '../message/index.ts'
import {type DocumentWords, ownerOf, readShared, readWords, type Shared, textsOf} from '../reading/index.ts'
import {readingFacts} from '../resolve/index.ts'
import {addWork, workOfAll} from '../validate/index.ts'
import {findingsOf, lookIn, ownFindings} from './document-findings.ts'
import {isOfAny, type LanguageLooked} from './look-at-document.ts'
import {type Looked, sharedFindings, sharedTranslations} from './shared-findings.ts'
import type {
  Begun,
  CheckedContent,
  CheckedDocument,
  ContentOptions,
  DocumentFindings,
  Follower,
  SharedFindings,
} from './types.ts'
import {isNamedIn, isSharedAsked, isWantedIn} from './wanted.ts'

/**
 * Everything up to `check`, one document after the other: each is read, put together and looked at, and nothing stays of it
 * here but what is said of it, so that all of them together need little more memory than one.
 */
export async function checkEach(options: ContentOptions, follower: Follower): Promise<CheckedContent> {
  const shared = await readShared(
    options,
    (path, pointer) => (ownerOf(path) === undefined || Boolean(pointer)) && isSharedAsked(path, options),
  )
  const {dossier, paths} = shared
  const asked = askedOf(options, dossier, paths)
  const looked = lookedAt(shared, asked, options)
  follower.begin?.(begun(shared, asked, looked, options))
  const ofFacts = factsFindings(dossier)
  const checkOwn = wordsChecker(dossier, ofFacts)
  const rules = {ofFacts, checkWords: checkOwn, memory: follower.rules}
  const ofAll = sharedFindings(shared, asked, looked, options, rules)
  follower.found?.(ofAll)
  const found: DocumentFindings[] = []
  const work = new Map<string, number>()
  const made = new Set(asked.plans.map(({path}) => path))
  for (const [path, files] of looked) {
    const known = await follower.recall?.(path, (findings) => addWork(work, findings.work))
    if (known) {
      found.push(known)
      continue
    }
    if (made.has(path)) options.onDocument?.(path)
    const before = workOfAll(work)
    const {result: words, read} = readingFacts(() => readWords(path, files, shared, work))
    const plan = made.has(path) ? words.plan : undefined
    const own = follower.recallOwn?.(path) ?? ownFindings(words, read, {options, asked, checkOwn})
    const {result: languages, read: readOn} = readingFacts(() =>
      plan ? lookIn(words, plan, own, {ofAll, options}) : [],
    )
    const findings = findingsOf(path, {plan, own, languages, work: workOfAll(work) - before}, options)
    found.push(findings)
    const facts = new Set([...own.facts, ...readOn])
    await follower.take({...checkedDocument(path, words, findings, languages, options), facts, own})
  }
  return checkedContent(shared, {asked, ofAll, found}, options)
}

function begun(shared: Shared, asked: Asked, looked: Looked, options: ContentOptions): Begun {
  const {dossier, content, left, words, messagesOfFiles} = shared
  const translations = sharedTranslations(shared)
  return {
    content: {content, left, messages: messagesOfFiles},
    words,
    dossier,
    documents: looked.map(([path]) => path),
    total: countOf(asked, options),
    translations,
    *readTranslations() {
      yield* translations
      for (const [path, files] of looked) yield* readWords(path, files, shared, new Map()).translations
    },
  }
}

function checkedDocument(
  path: string,
  {plan, dossier, translations, sources}: DocumentWords,
  findings: DocumentFindings,
  languages: readonly LanguageLooked[],
  options: ContentOptions,
): Omit<CheckedDocument, 'facts' | 'own'> {
  const made = languages.flatMap(({code, composition, isRefused}) =>
    composition && isWantedIn(code, options) ? [{composition, isRefused}] : [],
  )
  return {path, findings, plan, languages: made, dossier, translations, sources}
}

function checkedContent(
  shared: Shared,
  {asked, ofAll, found}: {asked: Asked; ofAll: SharedFindings; found: readonly DocumentFindings[]},
  options: ContentOptions,
): CheckedContent {
  const {dossier, paths} = shared
  const documents = [
    ...found.flatMap((one) => one.documents),
    ...asked.refused.map((path) => ({path, language: '', isRefused: true})),
  ]
  const others = [...ofAll.ofPairs, ...ofAll.ofLedgers].filter(
    (message) => !isOfAny(message, dossier.documents),
  )
  const ofSources = [...ofAll.ofSources, ...found.flatMap((one) => one.ofSources), ...others]
  const messages = sortMessages([
    ...messagesAbout(ofSources, asked, options, dossier),
    ...found.flatMap((one) => one.messages),
  ])
  const switchedOff = found.reduce((sum, one) => sum + one.switchedOff, ofAll.switchedOff)
  return {
    messages,
    documents: documents.filter(({language}) => language === '' || isWantedIn(language, options)),
    hints: new Set(found.flatMap(({hints}) => hints)).size,
    switchedOff: switchedOff - idleIn(messages),
    texts: textsOf(shared),
    paths,
    dossier,
    sources: shared.sources,
  }
}

/** The documents whose words are read, each with its files of words, in the order of their paths. */
function lookedAt({words}: Shared, {plans}: Asked, {documents}: Asking): Looked {
  const isNamed = isNamedIn(documents)
  const paths = new Set([...words.keys(), ...plans.map(({path}) => path)])
  return [...paths]
    .filter((path) => isNamed(`documents/${path}/`))
    .sort(compare)
    .map((path) => [path, words.get(path) ?? []])
}

function countOf({plans}: Asked, options: Asking): number {
  const asked = plans.flatMap((plan) =>
    plan.languages.filter(({language}) => isWantedIn(language.code, options)),
  )
  return asked.length
}

/** Lines that switch a rule off and are mistyped, or for nothing. */
function idleIn(messages: readonly VFileMessage[]): number {
  return messages.filter(({ruleId}) => ruleId === 'disable-form' || ruleId === 'disable-unused').length
}
