import type {VFileMessage} from 'vfile-message'
import {type Asking, askedOf, documentPath, languagesOf, messagesAbout, refuses} from './asked.ts'
import {check, checkLedgers, checkPairs, checkWords, countDisables} from './check/index.ts'
import {type Composition, compose} from './compose/index.ts'
import {type Asked, type Content, type Loaded, load, readContent, type Source} from './load/index.ts'
import {addAll, compare, error, isError, sortMessages} from './message/index.ts'
import {number} from './number/index.ts'
import {knownTemplates, schemasOfPackage} from './package-data.ts'
import {readTemplates} from './package-files.ts'
import {type DocumentPlan, type Dossier, dependsOn, resolve} from './resolve/index.ts'
import {tryLargeSources} from './trial.ts'
import {adoptedWords, mergeTemplates, sizeFault, validate} from './validate/index.ts'
import {withPairs} from './with-pairs.ts'

/** Files of a root, and what was refused of them. */
export interface ReadContent {
  content: Content
  messages: VFileMessage[]
}

/** What is read and checked. */
export interface ContentOptions extends Asking {
  /** Folder that holds documents/, and out/ beside it. Templates of ours stand in where it has none of its own. */
  root: string
  /** Whether XX, examples and languages still drafting are refused. */
  final?: boolean | undefined
  /** Sources that stand in for those on the disk, by path such as `documents/sc58/second/document.yaml`. */
  changes?: ReadonlyMap<string, string> | undefined
  /** What was read already, with what was refused of it: nothing is read of the disk then. */
  content?: ReadContent | undefined
  /** Called before each document is put together and looked at, with its path. */
  onDocument?: ((path: string) => void) | undefined
}

/** One document in one language, and why it is refused, if it is. */
export interface BuiltDocument {
  path: string
  /** Code of the language; empty where the document is refused before its languages are known. */
  language: string
  isRefused: boolean
}

/**
 * Sources to the Dossier: load, validate, resolve; no document is looked at.
 *
 * @returns the dossier, what was found so far, the text of every source, the valid sources and the paths of all
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function resolveContent(
  options: Pick<ContentOptions, 'root' | 'changes' | 'documents' | 'content'>,
): Promise<{
  dossier: Dossier
  messages: VFileMessage[]
  texts: Map<string, string>
  sources: ReadonlyMap<string, Source>
  paths: ReadonlySet<string>
}> {
  const read = options.content ?? (await readContent(options.root, ['documents', 'templates']))
  // What was given stays as it is.
  const [content, readMessages] = [new Map(read.content), [...read.messages]]
  for (const [path, text] of options.changes ?? []) content.set(path, new TextEncoder().encode(text))
  addAll(readMessages, await tryLargeSources(content))
  const isAsked = areWordsAsked(options.documents)
  const loaded = loadWith(await readTemplates(), content, isAsked)
  // What is refused for its name or because it is a link is there all the same, and not missing as well.
  for (const {file} of readMessages) if (file) loaded.paths.add(file)
  const own = hasOwnFacts(loaded) ? await (await import('./own-schemas.ts')).ownSchemas() : undefined
  const schemas = await schemasOfPackage(areTemplatesKnown(loaded))
  const validated = validate(loaded, schemas, {
    isAsked,
    isAdopted: adoptedWords(loaded.sources),
    compile: own?.compile,
  })
  const {dossier, messages: resolveMessages} = resolve(validated, loaded.paths, own?.files)
  const messages = [...readMessages, ...loaded.messages, ...validated.messages, ...resolveMessages]
  return {dossier, messages, texts: loaded.texts, sources: validated.sources, paths: loaded.paths}
}

/**
 * The sources of a root, its templates merged with those of the package.
 *
 * @param templates  of the package
 * @param content  of the root
 */
export function loadWith(templates: Content, content: Content, isAsked: Asked = () => true): Loaded {
  // A copy changes nothing and need not be parsed; the project itself has them all.
  const copies = new Set(
    [...templates].flatMap(([path, bytes]) => (isSame(bytes, content.get(path)) ? [path] : [])),
  )
  const own = new Map([...content].filter(([path]) => !copies.has(path)))
  return mergeTemplates(load(own, isAsked), load(templates, isAsked, knownTemplates()), copies)
}

function isSame(bytes: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(bytes, other) === 0
}

function areTemplatesKnown({sources}: Loaded): boolean {
  return [...sources.values()].every(
    (source) => !source.path.startsWith('templates/') || (source.kind === 'yaml' && source.isKnown),
  )
}

/** Whether what is printed of facts is described by a template that the package does not have, or not so. */
function hasOwnFacts({sources}: Loaded): boolean {
  return [...sources.values()].some(
    (source) => source.path.startsWith('templates/facts/') && !(source.kind === 'yaml' && source.isKnown),
  )
}

/** Of a document that is not asked for the front matter is read, and no words that only a new document begins with. */
function areWordsAsked(documents: readonly string[] = []): Asked {
  const folders = documents.map((given) => `documents/${documentPath(given)}/`)
  if (folders.length === 0) return () => true
  const isOfDocument =
    /^documents\/(?!(?:decisions|agendas|texts)\/)[^/]+\/[^/]+\/.+\.(?:md|jsonl|png|jpe?g)$/
  return (path, pointer) =>
    isOfDocument.test(path) && !pointer
      ? folders.some((folder) => path.startsWith(folder))
      : !path.startsWith('templates/starters.')
}

/** What the rules about words find, as far as it is asked for; nothing is composed. */
export async function checkWordsOf(options: ContentOptions): Promise<VFileMessage[]> {
  const {dossier, sources, paths} = await resolveContent(options)
  const {plans} = askedOf(options, dossier, paths)
  return checkWords(dossier, sources, (path) => isAskedFor(path, plans, options))
}

function isAskedFor(path: string, plans: readonly DocumentPlan[], {documents}: ContentOptions): boolean {
  if (!documents?.length) return true
  return plans.some((plan) => languagesOf(plan).some((code) => dependsOn(plan, code, path)))
}

/** A document that was put together and looked at, in each language that was asked for and has no error in its sources. */
export interface CheckedDocument {
  languages: readonly {composition: Composition; isRefused: boolean}[]
  /** In how many languages all documents are asked for, together. */
  total: number
}

/** What is known when all documents were looked at. */
export interface CheckedContent {
  messages: VFileMessage[]
  documents: BuiltDocument[]
  hints: number
  /** How many rules authors have switched off in what was asked for. */
  switchedOff: number
  texts: Map<string, string>
  dossier: Dossier
  sources: ReadonlyMap<string, Source>
}

/** Everything up to `check`, with the finished trees of all documents. */
export async function checkContent(
  options: ContentOptions,
): Promise<CheckedContent & {compositions: Composition[]}> {
  const compositions: Composition[] = []
  const checked = await checkEach(options, ({languages}) => {
    for (const {composition} of languages) compositions.push(composition)
  })
  return {compositions, ...checked}
}

/**
 * Everything up to `check`, one document after the other: of a document that was looked at nothing stays here but what is
 * said of it, so that all of them together need no more memory than one.
 *
 * @param take  is given each document, in the order of their paths, and awaited before the next one is put together
 */
export async function checkEach(
  options: ContentOptions,
  take: (checked: CheckedDocument, dossier: Dossier) => void | Promise<void>,
): Promise<CheckedContent> {
  const {dossier, messages: foundBefore, texts, sources, paths} = await resolveContent(options)
  const asked = askedOf(options, dossier, paths)
  const {plans} = asked
  const isWanted = (path: string): boolean => isAskedFor(path, plans, options)
  const sourceMessages = [...foundBefore, ...checkWords(dossier, sources, isWanted)]
  const ofPairs = checkPairs(dossier, isWanted)
  const ofLedgers = checkLedgers(dossier, isWanted, options.final === true)
  const isAsked = ({language}: {language: {code: string}}): boolean =>
    options.languages?.includes(language.code) ?? true
  const total = plans.reduce((sum, plan) => sum + plan.languages.filter(isAsked).length, 0)
  const hints = new Set<string>()
  const ownMessages: VFileMessage[] = []
  const documents: BuiltDocument[] = []
  for (const plan of [...plans].sort((a, b) => compare(a.path, b.path))) {
    options.onDocument?.(plan.path)
    const byLanguage = new Map<string, Composition>()
    for (const language of plan.languagesInError) documents.push({path: plan.path, language, isRefused: true})
    for (const {language} of plan.languages) {
      const isBroken = sourceMessages.some(
        (message) => isError(message) && refuses(message, plan, language.code),
      )
      if (isBroken) documents.push({path: plan.path, language: language.code, isRefused: true})
      else {
        const composition = compose(dossier, plan, language)
        const size = sizeFault(composition.tree)
        if (size) {
          const details = {path: plan.yaml.path, ruleId: size.ruleId, language: language.code}
          composition.messages.push(error(size.reason, details))
        }
        number(composition.tree, dossier.templates.numbering)
        byLanguage.set(language.code, composition)
      }
    }
    const checked = check({
      plan,
      compositions: byLanguage,
      isFinal: options.final === true,
      templates: dossier.templates,
      texts: dossier.texts,
    })
    const byCode = withPairs(ofPairs, plan, byLanguage, checked)
    const languages: {composition: Composition; isRefused: boolean}[] = []
    for (const [code, composition] of byLanguage) {
      if (options.languages && !options.languages.includes(code)) continue
      const own = [
        ...(byCode.get(code) ?? []),
        ...ofLedgers.filter((message) => refuses(message, plan, code)),
      ]
      addAll(ownMessages, own)
      const isRefused = own.some(isError)
      documents.push({path: plan.path, language: code, isRefused})
      languages.push({composition, isRefused})
      for (const hint of hintsIn(composition)) hints.add(hint)
    }
    await take({languages, total}, dossier)
  }
  for (const path of asked.refused) documents.push({path, language: '', isRefused: true})
  // Of documents that are not made as the facts stand there is no composition.
  const others = [...ofPairs, ...ofLedgers].filter((message) => !isOfMade(message, dossier))
  const wanted = messagesAbout([...sourceMessages, ...others], asked, options, dossier)
  const messages = sortMessages([...wanted, ...ownMessages])
  const looked = [...sources.values()].filter(({path}) => isAskedFor(path, plans, options))
  return {
    messages,
    documents: documents.filter(
      ({language}) => language === '' || !options.languages || options.languages.includes(language),
    ),
    hints: hints.size,
    switchedOff: countSwitchedOff(looked, messages),
    texts,
    dossier,
    sources,
  }
}

/** Whether a message is about a document that is made as the facts stand. */
function isOfMade(message: VFileMessage, {documents}: Dossier): boolean {
  return documents.some((plan) => languagesOf(plan).some((code) => refuses(message, plan, code)))
}

/** Lines that switch a rule off, without those that are mistyped or for nothing. */
function countSwitchedOff(sources: readonly Source[], messages: readonly VFileMessage[]): number {
  const idle = messages.filter(({ruleId}) => ruleId === 'disable-form' || ruleId === 'disable-unused')
  return sources.reduce((sum, source) => sum + countDisables(source), 0) - idle.length
}

/** A hint in a title is met again where another document names the title; it is one hint. */
function hintsIn({unconfirmed}: Composition): string[] {
  const hints = unconfirmed.filter(({kind}) => kind === 'hint')
  return hints.map(({path, place, what}) => JSON.stringify([path, place, what]))
}
