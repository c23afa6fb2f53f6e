import {askedOf, documentPath} from '../asked.ts'
import {checkContent, resolveContent} from '../content.ts'
import {UsageError} from '../failure/index.ts'
import {type MarkdownSource, readContent, type Source} from '../load/index.ts'
import {asTyped, choices, compare, isError, quote} from '../message/index.ts'
import {type DocumentPlan, type Dossier, dependsOn, type Translation} from '../resolve/index.ts'
import {digestOf, type LedgerEntry, wordsFile, writeLedger} from '../translation/index.ts'
import {firstWords} from '../tree/index.ts'
import {type BegunFile, begunFile, unitWithoutId} from './begin-file.ts'
import {withLanguage} from './edit-languages.ts'

/** What `translate start` would write. */
export interface Start {
  plan: DocumentPlan
  /** The language that is begun. */
  language: Dossier['languages'][number]
  /** Texts of new files, of ledgers and of document.yaml, by path, in the order in which they are written. */
  files: ReadonlyMap<string, string>
  /** Of each file of words that is begun. */
  begun: ReadonlyMap<string, BegunFile>
  /** Files of words of the document in this language that were there already. */
  there: readonly string[]
  /** Whether document.yaml names the language only now. */
  isNew: boolean
}

type Resolved = Awaited<ReturnType<typeof resolveContent>>

/**
 * What begins a translation of a document: in each file of its words that the language lacks, of its own folder and of the facts
 * that it prints, every unit stands in a hint with the words of the original. A hint prints between brackets, counts as missing, and
 * no final document may hold one. Nothing that is there is changed but for the line of languages in document.yaml.
 *
 * The ledger of a folder that is begun as a whole says of each unit which words stand in its hint, so that a translator who
 * works on them is told when the original was changed since.
 *
 * @param given  the document, as `sc58/internet-trade` or any path that leads there
 * @param code  of the language
 * @returns what would be written, or one sentence why the sources do not allow it
 * @throws UsageError  where there is no such document or language, or the language is the original's
 */
export async function plannedStart(
  root: string,
  given: string,
  code: string,
): Promise<Start | {refused: string}> {
  const resolved = await resolveContent({root})
  const plan = planOf(given, resolved)
  const language = languageOf(code, plan, resolved.dossier)
  const {originals, there} = wordsFilesOf(plan, code, resolved)
  const refused = refusalOf(plan, language, originals, resolved)
  if (refused !== undefined) return {refused}
  const begun = new Map(originals.map(({source, to}) => [to, begunFile(source)]))
  const isNew = !Object.hasOwn(plan.yaml.value.languages, code)
  const files = new Map([...begun].map(([path, {text}]) => [path, text]))
  const yaml = isNew ? await yamlWith(root, plan, code) : undefined
  if (yaml !== undefined) files.set(plan.yaml.path, yaml)
  else if (isNew)
    return {
      refused: `No place for the language was found in ${plan.yaml.path}. Write “${code}: drafting” under “languages” there, and type the same command again.`,
    }
  return tried(root, {plan, language, files, begun, there, isNew})
}

/** Its very bytes, and not the text that was read: a byte order mark and the ends of the lines stay too. */
async function yamlWith(root: string, {yaml}: DocumentPlan, code: string): Promise<string | undefined> {
  const {content} = await readContent(root, ['documents'])
  return withLanguage(new TextDecoder('utf-8', {ignoreBOM: true}).decode(content.get(yaml.path)), code)
}

/** Why nothing can be begun in a language, with the remedy; undefined where all is well. */
function refusalOf(
  plan: DocumentPlan,
  {code, english}: Start['language'],
  originals: readonly Original[],
  {messages}: Resolved,
): string | undefined {
  const {languages, original} = plan.yaml.value
  if (languages[code] === 'complete' && originals.length > 0)
    return `${plan.yaml.path} says that ${english} is complete, and ${quote(originals[0]?.to ?? '')} is not there. Write “${code}: drafting” under “languages” first.`
  const broken = messages.find((message) => isError(message) && dependsOn(plan, original, message.file ?? ''))
  if (broken) return `${broken.file}:${broken.line}:${broken.column} has an error: ${broken.reason}`
  for (const {source} of originals) {
    const nameless = source.kind === 'markdown' ? unitWithoutId(source) : undefined
    if (nameless) return withoutId(source as MarkdownSource, nameless, plan)
  }
  return undefined
}

/** The same with its ledgers, once a build in memory has no error. */
async function tried(root: string, start: Start): Promise<Start | {refused: string}> {
  const {plan, language, files, begun} = start
  if (files.size === 0) return start
  const {code} = language
  const {messages, dossier} = await checkContent({
    root,
    documents: [plan.path],
    languages: [code],
    changes: files,
  })
  const error = messages.find(
    (message) => isError(message) && (files.has(message.file ?? '') || message.language === code),
  )
  if (error)
    return {
      refused: `${language.english} cannot be begun yet: ${error.file}:${error.line}:${error.column} would have an error: ${error.reason}`,
    }
  const ledgers = dossier.translations
    .filter((translation) => translation.language === code && begunIn(translation, begun).length > 0)
    .flatMap((translation) => ledgerOf(translation, begun))
  const words = [...files].filter(([path]) => begun.has(path))
  const yaml = [...files].filter(([path]) => !begun.has(path))
  return {...start, files: new Map([...words, ...ledgers, ...yaml])}
}

function begunIn({files}: Translation, begun: Start['begun']): Translation['files'] {
  return files.filter(({path}) => begun.has(path))
}

/** The ledger of a folder; none where somebody translated without one, since then nobody has said what their words rest on. */
function ledgerOf(translation: Translation, begun: Start['begun']): [string, string][] {
  const {files, hasLedger, ledger, ledgerPath, original, language} = translation
  const isWhole = files.every((file) => begun.has(file.path) || !file.translation)
  if (hasLedger ? ledger === undefined : !isWhole) return []
  const entries = new Map<string, LedgerEntry>(ledger)
  for (const {key, original: from, translation: to, standIn} of translation.pairs()) {
    const unit = standIn ?? to
    if (!unit || !begun.has(unit.path)) continue
    const {source} = from
    entries.set(key, {
      unit: key,
      state: 'draft',
      source,
      digest: digestOf(source),
      translation: digestOf(unit.source),
    })
  }
  return [[ledgerPath, writeLedger({original, language}, entries)]]
}

function planOf(given: string, {dossier, paths}: Resolved): DocumentPlan {
  const path = documentPath(given)
  const dormant = dossier.dormant.find((plan) => plan.path === path)
  if (dormant) return dormant
  const {plans} = askedOf({documents: [given]}, dossier, paths)
  const [plan, ...more] = plans
  if (!plan)
    throw new UsageError(`The document ${quote(given)} has errors: ${asTyped('check', given)} shows them.`)
  if (more.length > 0)
    throw new UsageError(
      `${quote(given)} are ${plans.length} documents. Name one: ${choices(
        '',
        plans.map((one) => one.path),
      )}.`,
    )
  return plan
}

function languageOf(code: string, plan: DocumentPlan, {languages}: Dossier): Dossier['languages'][number] {
  const found = languages.find((language) => language.code === code)
  const others = languages
    .map((language) => language.code)
    .filter((other) => other !== plan.yaml.value.original)
  if (!found)
    throw new UsageError(
      `There is no language ${quote(code)}: templates/labels.${code}.yaml is not there. Write ${choices(code, others)}, or add it as CONTRIBUTING.md says (“Add a language”).`,
    )
  if (code === plan.yaml.value.original)
    throw new UsageError(
      `${found.english} is the original of ${plan.path}, and is what is translated. Write ${choices('', others)}.`,
    )
  return found
}

interface Original {
  source: Source
  /** The path of the file in the language. */
  to: string
}

/** The files of words in the original that the language lacks, and those that it has. */
function wordsFilesOf(
  plan: DocumentPlan,
  code: string,
  {sources, paths}: Resolved,
): {originals: Original[]; there: string[]} {
  const {original} = plan.yaml.value
  const alone = new Set(plan.annexes.flatMap(({name, only}) => (only ? [name] : [])))
  const all = [...sources.values()].flatMap((source): Original[] => {
    const file = source.path.startsWith('documents/') ? wordsFile(source.path) : undefined
    if (!file || file.language !== original || !dependsOn(plan, original, source.path)) return []
    if (file.folder === `documents/${plan.path}` && alone.has(file.stem)) return []
    return [{source, to: `${file.folder}/${file.stem}.${code}.${file.ending}`}]
  })
  const sorted = all.sort((a, b) => compare(a.to, b.to))
  return {
    originals: sorted.filter(({to}) => !paths.has(to)),
    there: sorted.flatMap(({to}) => (paths.has(to) && to.startsWith(`documents/${plan.path}/`) ? [to] : [])),
  }
}

function withoutId(
  {path}: MarkdownSource,
  node: NonNullable<ReturnType<typeof unitWithoutId>>,
  plan: DocumentPlan,
): string {
  return `${path}:${node.position?.start.line ?? 1} has no id: ${quote(firstWords(node))}. Type “${asTyped('check', `--fix ${plan.path}`)}” first, which gives one to each paragraph, so that the languages are tied to one another.`
}
