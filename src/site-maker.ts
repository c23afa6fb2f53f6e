import {createHash} from 'node:crypto'
import type {VFileMessage} from 'vfile-message'
import type {Composition, Refusals} from './compose/index.ts'
import {dossierOutputs, frameOf, type MadeDocuments, type SiteWish, siteOf} from './dossier-outputs.ts'
import type {Keeper} from './kept/index.ts'
import {type Begun, type ContentOptions, checkEach, type SourceFindings} from './looking/index.ts'
import {addAll, isError} from './message/index.ts'
import {brokenSubjects} from './refusals.ts'
import {
  type Frame,
  renderBitext,
  type Site,
  type SiteEntry,
  type SiteFormat,
  siteFormats,
} from './render/index.ts'
import type {Dossier, Translation} from './resolve/index.ts'
import {type CountedFolder, countedFolders, type SiteNotes} from './site-notes.ts'
import {memories, progressFrom} from './translation/index.ts'
import {digestOf, type LeftOutputs, type Outputs} from './write/index.ts'

/** Is given outputs, or told of those that stand in out/ already. */
export interface Taker {
  take(outputs: Outputs): void | Promise<void>
  leave(outputs: LeftOutputs): void | Promise<void>
}

/** Gathers of each document what the pages about all of them need, and makes these when all were seen. */
export interface SiteMaker {
  /** To be called before the first document: what documents share, then what was found in it. */
  begin(begun: Begun): void
  found(found: SourceFindings): void
  /** Takes what is to be known of a document. */
  add(notes: SiteNotes): void
  /**
   * What the page of a document with its languages side by side is made from, beside its trees.
   *
   * @param translations  of its own words
   */
  bitextKey(translations: readonly Translation[], path: string): string
  /** That page; nothing where it is made in one language only. */
  bitext(made: readonly Composition[], translations: readonly Translation[]): Outputs
  /**
   * Makes the pages about all documents.
   *
   * @param dossier  without words of documents
   * @returns what is wrong with words in them
   */
  finish(dossier: Dossier, refusals: Refusals, taker: Taker): Promise<VFileMessage[]>
}

/**
 * @param options  of the build: of everything
 * @param keeper  what is kept of earlier builds
 */
export function siteMaker(options: ContentOptions & SiteWish, keeper: Keeper | undefined): SiteMaker {
  const entries: SiteEntry[] = []
  const counted: CountedFolder[] = []
  let begun: Begun | undefined
  let frame: Frame | undefined
  let [frameKey, frameDigest] = ['', '']
  const translationsOf = (own: readonly Translation[], path: string): Translation[] => [
    ...(begun?.translations ?? []).filter(({documents}) => documents.some((plan) => plan.path === path)),
    ...own,
  ]
  const bitext = (
    made: readonly Composition[],
    translations: readonly Translation[],
    around: Frame | undefined,
  ): Outputs => {
    const path = made[0]?.plan.path
    if (options.hasSite === false || !around || path === undefined) return new Map()
    const pages = renderBitext(around, made, translationsOf(translations, path))
    return new Map([...pages].map(([name, bytes]) => [name, {bytes}]))
  }
  // Only what documents print of facts showed that facts are wrong: rare, and nothing was kept to make the pages from.
  const bitextsAgain = async (around: Frame, taker: Taker): Promise<void> => {
    const isMade = new Set(entries.map(({path, language}) => `${path} ${language}`))
    await checkEach(
      {root: options.root, content: begun?.content},
      {
        async take({languages, translations}) {
          const made = languages.flatMap(({composition}) => {
            const {plan, language} = composition
            return isMade.has(`${plan.path} ${language.code}`) ? [composition] : []
          })
          await taker.take(bitext(made, translations, around))
        },
      },
    )
  }
  return {
    begin(now) {
      begun = now
      const known = keeper?.recallCounted()
      const found = known ?? countedFolders(now.translations)
      if (!known) keeper?.keepCounted(found)
      addAll(counted, found)
    },
    found({ofSources}) {
      if (!begun) return
      frame = frameOf(begun.dossier, new Set(brokenSubjects(ofSources.filter(isError)).keys()))
      frameKey = keyOfFrame(frame)
      frameDigest = digestIn(frame)
    },
    add(notes) {
      addAll(entries, notes.entries)
      addAll(counted, notes.counted)
    },
    bitextKey: (translations, path) =>
      digestIn([frameDigest, translationsOf(translations, path).map(madeFrom)]),
    bitext: (made, translations) => bitext(made, translations, frame),
    async finish(dossier, refusals, taker) {
      // Without any document there is nothing that pages about all of them could be made from.
      if (!begun || entries.length === 0) return []
      const around = frameOf(dossier, new Set(refusals.subjects.keys()))
      if (keyOfFrame(around) !== frameKey) await bitextsAgain(around, taker)
      const memoryBetween = memories(begun.readTranslations)
      const progress = counted.map(
        (one) =>
          [
            `${one.folder} ${one.language}`,
            progressFrom(one.folder, one.units, () => memoryBetween(one)),
          ] as const,
      )
      const made = {entries, progress: new Map(progress), refusals}
      return finishPages(dossier, made, {options, keeper, taker})
    },
  }
}

/** The pages about all documents, each part of them where something that it is made from has changed. */
async function finishPages(
  dossier: Dossier,
  made: MadeDocuments,
  {options, keeper, taker}: {options: SiteWish; keeper: Keeper | undefined; taker: Taker},
): Promise<VFileMessage[]> {
  const {entries, progress, refusals} = made
  const key = digestIn([
    keeper?.keyOfAll(),
    [...refusals.subjects],
    [...refusals.documents].map(([path, {errors, languages}]) => [path, errors, [...languages]]),
    entries.map(({path, language}) => [path, language]),
  ])
  let composed: Site | undefined
  const site = (): Site => {
    composed ??= siteOf(dossier, made, options)
    return composed
  }
  const hasSite = options.hasSite !== false
  const messages = await onceMore('pages', key, {keeper, taker}, (take) =>
    dossierOutputs(dossier, made, hasSite ? site() : undefined, take),
  )
  if (messages.length > 0 || !hasSite) return messages
  const render = async (name: string, own: string, format: SiteFormat, language?: string): Promise<void> => {
    await onceMore(name, own, {keeper, taker}, async (take) => {
      for (const [path, bytes] of await format.render(site(), language))
        await take(new Map([[path, {bytes}]]))
      return []
    })
  }
  for (const [name, format] of siteFormats) {
    if (format.madeFrom === 'progress') await render(name, digestIn([key, [...progress]]), format)
    if (format.madeFrom === 'words')
      for (const {code} of dossier.languages)
        await render(`${name}-${code}`, wordsKey(key, code, entries), format, code)
  }
  return []
}

/** Of documents that are not made in a language its pages have the words of another. */
function wordsKey(key: string, code: string, entries: readonly SiteEntry[]): string {
  const made = new Set(entries.filter(({language}) => language === code).map(({path}) => path))
  const hash = createHash('sha256').update(`${key} ${code}`)
  for (const {path, language, packed, characters} of entries)
    if (language === code || !made.has(path)) hash.update(`\n${characters}\n`).update(packed)
  return hash.digest('hex')
}

/** Pages that are left where they are made from the same, and made and kept where they are not. */
async function onceMore(
  name: string,
  key: string,
  {keeper, taker}: {keeper: Keeper | undefined; taker: Taker},
  make: (take: (outputs: Outputs) => Promise<void>) => Promise<VFileMessage[]>,
): Promise<VFileMessage[]> {
  const known = keeper?.recallPages(name, key)
  if (known) {
    await taker.leave(known)
    return []
  }
  const left: LeftOutputs = new Map()
  const messages = await make(async (outputs) => {
    for (const [path, {bytes, ...own}] of outputs) left.set(path, {...own, digest: digestOf(bytes)})
    await taker.take(outputs)
  })
  if (messages.length === 0) keeper?.keepPages(name, key, left)
  return messages
}

/** What stands around a page, as far as it may differ in one run. */
function keyOfFrame({pages, hasDashboard, hasTranslations}: Frame): string {
  return digestIn([pages.map(({language}) => language.code), hasDashboard, hasTranslations])
}

/** What is told of a translation is made from these: its units need not be parsed to know that they are the same. */
function madeFrom({folder, original, language, ledger, files}: Translation): unknown {
  return [
    ...[folder, original, language],
    ledger && [...ledger],
    files.map((file) => [String(file.original.file), file.translation && String(file.translation.file)]),
  ]
}

function digestIn(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
