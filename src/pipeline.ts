import type {VFileMessage} from 'vfile-message'
import {type Certificate, renderCertified} from './certify/index.ts'
import {check, checkWords} from './check/index.ts'
import {type Composition, compose} from './compose/index.ts'
import {dossierOutputs} from './dossier-outputs.ts'
import {load, readContent, type Source} from './load/index.ts'
import {compare, isError, quote, sortMessages} from './message/index.ts'
import {number} from './number/index.ts'
import {readSchemas, withTemplates} from './package-files.ts'
import {formats} from './render/index.ts'
import {type DocumentPlan, type Dossier, dependsOn, resolve} from './resolve/index.ts'
import {UsageError} from './usage-error.ts'
import {compileSchemas, validate} from './validate/index.ts'
import type {Outputs} from './write/index.ts'

/** What is built. */
export interface BuildOptions {
  /** Folder that holds documents/, and out/ beside it. Templates of ours stand in where it has none of its own. */
  root: string
  /** Documents, as `sc58/internet-trade` or any path that leads there; all when left out. */
  documents?: readonly string[] | undefined
  languages?: readonly string[] | undefined
  formats?: readonly string[] | undefined
  /** Whether XX, examples and languages still drafting are refused. */
  final?: boolean | undefined
  /** Sources that stand in for those on the disk, by path such as `documents/sc58/second/document.yaml`. */
  changes?: ReadonlyMap<string, string> | undefined
  /** Called before each document is rendered: how many are done, how many there are, and which comes. */
  onProgress?: ((done: number, total: number, name: string) => void) | undefined
}

/** One document in one language, and why it is refused, if it is. */
export interface BuiltDocument {
  path: string
  /** Code of the language; empty where the document is refused before its languages are known. */
  language: string
  isRefused: boolean
}

/** A build as data: nothing is written yet. */
export interface BuildResult {
  outputs: Outputs
  /** What was proven of each output that can be read back, by its path. */
  certificates: Map<string, Certificate>
  /** What was rendered: every document in every language that was asked for and not refused. */
  compositions: Composition[]
  dossier: Dossier
  messages: VFileMessage[]
  documents: BuiltDocument[]
  /** Names of the formats that were built. */
  formats: readonly string[]
  /** How many hints still stand where words are to be written, each language for itself. */
  hints: number
  /** Text of every source, for code frames. */
  texts: Map<string, string>
  /** Whether an earlier output stays: it belongs to what is refused or was not asked for. */
  keeps(path: string): boolean
}

/**
 * Sources to outputs: load, validate, resolve, compose, number, check, render, certify. The caller writes.
 *
 * @throws CertificateError  when a file is not what its tree says, which is a bug of ours
 * @throws UsageError  when an option names nothing that exists
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const wantedFormats = options.formats ?? [...formats.keys()]
  for (const format of wantedFormats) {
    if (!formats.has(format))
      throw new UsageError(
        `There is no format ${quote(format)}. Write one of: ${[...formats.keys()].join(', ')}.`,
      )
  }
  const {compositions, messages, documents, hints, texts, dossier} = await checkContent(options)
  const outputs: Outputs = new Map()
  const certificates = new Map<string, Certificate>()
  const accepted = compositions.filter(
    ({plan, language}) =>
      !documents.find((document) => document.path === plan.path && document.language === language.code)
        ?.isRefused,
  )
  for (const [index, composition] of accepted.entries()) {
    const {plan, language, tree} = composition
    options.onProgress?.(index, accepted.length, `${plan.path} (${language.code})`)
    for (const name of wantedFormats) {
      const format = formats.get(name)
      if (!format) continue
      const {styles, numbering} = dossier.templates
      const file = `${plan.path}.${language.code}`
      const {bytes, certificate} = await renderCertified(file, name, {tree, styles, numbering})
      outputs.set(`${file}.${format.extension}`, bytes)
      if (certificate) certificates.set(`${file}.${format.extension}`, certificate)
    }
  }
  const isBuilt = (path: string): boolean => {
    const match = /^(.+)\.([a-z]{2})\.([a-z]+)$/.exec(path)
    const document = documents.find(
      (candidate) => candidate.path === match?.[1] && candidate.language === match?.[2],
    )
    return document !== undefined && !document.isRefused && wantedFormats.includes(match?.[3] ?? '')
  }
  const isNarrowed = Boolean(options.documents?.length || options.languages || options.formats)
  // When nothing at all could be resolved the sources say nothing about what belongs in out/.
  const isBlind = dossier.documents.length === 0
  if (!isNarrowed && !isBlind && !messages.some(isError)) {
    const ofDossier = await dossierOutputs(dossier, compositions)
    for (const [path, bytes] of ofDossier.outputs) outputs.set(path, bytes)
    messages.push(...ofDossier.messages)
  }
  // While anything is wrong nothing is removed: what looks superfluous may only have been misread.
  const hasErrors = messages.some(isError)
  return {
    outputs,
    certificates,
    compositions: accepted,
    dossier,
    messages,
    documents,
    formats: wantedFormats,
    hints,
    texts,
    keeps: (path) => !isBuilt(path) && (isNarrowed || isBlind || hasErrors),
  }
}

/**
 * Sources to the Dossier: load, validate, resolve; no document is looked at.
 *
 * @returns the dossier, what was found so far, the text of every source and the valid sources
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function resolveContent(options: Pick<BuildOptions, 'root' | 'changes'>): Promise<{
  dossier: Dossier
  messages: VFileMessage[]
  texts: Map<string, string>
  sources: ReadonlyMap<string, Source>
}> {
  const {content, messages: readMessages} = await readContent(options.root, ['documents', 'templates'])
  for (const [path, text] of options.changes ?? []) content.set(path, new TextEncoder().encode(text))
  const loaded = load(await withTemplates(content))
  // What is refused for its name or because it is a link is there all the same, and not missing as well.
  for (const {file} of readMessages) if (file) loaded.paths.add(file)
  const validated = validate(loaded, await schemasOfPackage())
  const {dossier, messages: resolveMessages} = resolve(validated, loaded.paths)
  const messages = [...readMessages, ...loaded.messages, ...validated.messages, ...resolveMessages]
  return {dossier, messages, texts: loaded.texts, sources: validated.sources}
}

let compiled: ReturnType<typeof compileSchemas> | undefined

/** They are part of the package and do not change while it runs: compiled once for all builds. */
async function schemasOfPackage(): Promise<ReturnType<typeof compileSchemas>> {
  compiled ??= compileSchemas(await readSchemas())
  return compiled
}

/** What the rules about words find, as far as it is asked for; nothing is composed. */
export async function checkWordsOf(options: BuildOptions): Promise<VFileMessage[]> {
  const {dossier, sources} = await resolveContent(options)
  const plans = wantedPlans(dossier, options)
  return checkWords(dossier, sources, (path) => isAskedFor(path, plans, options))
}

function isAskedFor(path: string, plans: readonly DocumentPlan[], {documents}: BuildOptions): boolean {
  if (!documents?.length) return true
  return plans.some((plan) => plan.languages.some(({language}) => dependsOn(plan, language.code, path)))
}

/** Everything up to `check`: what `cites-docs check` shows. */
export async function checkContent(options: BuildOptions): Promise<{
  compositions: Composition[]
  messages: VFileMessage[]
  documents: BuiltDocument[]
  hints: number
  texts: Map<string, string>
  dossier: Dossier
}> {
  const {dossier, messages: foundBefore, texts, sources} = await resolveContent(options)
  const plans = wantedPlans(dossier, options)
  const wordsMessages = checkWords(dossier, sources, (path) => isAskedFor(path, plans, options))
  const sourceMessages = [...foundBefore, ...wordsMessages]
  const compositions: Composition[] = []
  const ownMessages: VFileMessage[] = []
  const documents: BuiltDocument[] = []
  for (const plan of [...plans].sort((a, b) => compare(a.path, b.path))) {
    const byLanguage = new Map<string, Composition>()
    for (const {language} of plan.languages) {
      const isBroken = sourceMessages.some(
        (message) => isError(message) && refuses(message, plan, language.code),
      )
      if (isBroken) documents.push({path: plan.path, language: language.code, isRefused: true})
      else {
        const composition = compose(dossier, plan, language)
        number(composition.tree, dossier.templates.numbering)
        byLanguage.set(language.code, composition)
      }
    }
    const checked = check({
      plan,
      compositions: byLanguage,
      isFinal: options.final === true,
      templates: dossier.templates,
    })
    for (const [code, composition] of byLanguage) {
      if (options.languages && !options.languages.includes(code)) continue
      const own = [...composition.messages, ...checked.filter((message) => message.language === code)]
      ownMessages.push(...own)
      documents.push({path: plan.path, language: code, isRefused: own.some(isError)})
      compositions.push(composition)
    }
  }
  for (const path of dossier.refused) documents.push({path, language: '', isRefused: true})
  const wanted = options.documents?.length
    ? sourceMessages.filter(
        (message) =>
          plans.some((plan) => plan.languages.some(({language}) => refuses(message, plan, language.code))) ||
          isUnplanned(message, dossier),
      )
    : sourceMessages
  return {
    compositions,
    messages: sortMessages([...wanted, ...ownMessages]),
    documents: documents.filter(
      ({language}) => language === '' || !options.languages || options.languages.includes(language),
    ),
    hints: countHints(compositions),
    texts,
    dossier,
  }
}

/**
 * Path of a document as the dossier has it, from whatever leads there: its folder, a file of it, with or without
 * `documents/`.
 *
 * @param given  such as `documents/sc58/internet-trade/`
 * @returns such as `sc58/internet-trade`; whether it exists is not asked
 */
export function documentPath(given: string): string {
  return given
    .replace(/^(?:\.\/)?(?:documents\/)?/, '')
    .replace(/\/(?:document\.yaml|[a-z0-9-]+\.[a-z]{2}\.md)?$/, '')
}

/** A hint in a title is met again where another document names the title; it is one hint. */
function countHints(compositions: readonly Composition[]): number {
  const hints = compositions.flatMap(({unconfirmed}) => unconfirmed.filter(({kind}) => kind === 'hint'))
  return new Set(hints.map(({path, place, what}) => JSON.stringify([path, place, what]))).size
}

function isUnplanned(message: VFileMessage, dossier: Dossier): boolean {
  return [...dossier.refused].some((path) => message.file?.startsWith(`documents/${path}/`))
}

function refuses(message: VFileMessage, plan: DocumentPlan, language: string): boolean {
  if (message.language && message.language !== language) return false
  return dependsOn(plan, language, message.file ?? '')
}

function wantedPlans(dossier: Dossier, options: BuildOptions): DocumentPlan[] {
  for (const code of options.languages ?? []) {
    if (dossier.languages.length > 0 && !dossier.languages.some((language) => language.code === code)) {
      throw new UsageError(
        `There is no language ${quote(code)}. Write one of: ${dossier.languages.map((language) => language.code).join(', ')}.`,
      )
    }
  }
  if (!options.documents?.length) return dossier.documents
  return options.documents.flatMap((given) => {
    const path = documentPath(given)
    const plans = dossier.documents.filter((plan) => plan.path === path || plan.path.startsWith(`${path}/`))
    const dormant = dossier.dormant.find((plan) => plan.path === path)
    if (dormant)
      throw new UsageError(
        `The document ${quote(path)} is not made as the facts stand (its document.yaml says “when: ${[dormant.fact.value.when].flat().join(', ')}”). Name another document, or correct the facts.`,
      )
    if (plans.length === 0 && !dossier.refused.has(path)) {
      throw new UsageError(
        `There is no document ${quote(given)}. The documents are: ${dossier.documents.map((plan) => plan.path).join(', ')}.`,
      )
    }
    return plans
  })
}
