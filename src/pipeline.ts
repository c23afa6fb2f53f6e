import type {VFileMessage} from 'vfile-message'
import type {Certificate} from './certify/index.ts'
import {UsageError} from './failure/index.ts'
import type {Keeper} from './kept/index.ts'
import type {Texts} from './load/index.ts'
import {type BuiltDocument, type ContentOptions, checkEach} from './looking/index.ts'
import {type BuildTask, type Makers, type MakersWish, makersOf} from './makers.ts'
import {addAll, isError, quote} from './message/index.ts'
import {refusalsOf} from './refusals.ts'
import {formats} from './render/index.ts'
import {type MadeDocument, nothingMade, renderDocument, type TooLarge} from './render-document.ts'
import type {Dossier} from './resolve/index.ts'
import {siteMaker} from './site-maker.ts'
import type {LeftOutputs, Outputs} from './write/index.ts'

/** What is built. */
export interface BuildOptions extends ContentOptions {
  formats?: readonly string[] | undefined
  /** Whether there are pages about all documents; there are where left out. */
  hasSite?: boolean | undefined
  /** What is kept of earlier builds of everything; only what has changed since then is made. */
  keeper?: Keeper | undefined
  /** Threads that make documents; none but this one where left out. */
  makers?: MakersWish | undefined
  /** Called before the first document is read: how many there are, each in each language. */
  onTotal?: ((total: number) => void) | undefined
  /** Called before each document is rendered: how many are done, how many there are, and which comes. */
  onProgress?: ((done: number, total: number, name: string) => void) | undefined
}

/** A build as data: nothing is written yet. */
export interface BuildResult extends BuiltContent, Omit<MadeDocument, 'left'> {}

/** What is known when all documents were rendered. */
export interface BuiltContent {
  dossier: Dossier
  messages: VFileMessage[]
  documents: BuiltDocument[]
  /** Names of the formats that were built. */
  formats: readonly string[]
  /** How many hints still stand where words are to be written, each language for itself. */
  hints: number
  /** How many rules authors have switched off in what was asked for. */
  switchedOff: number
  texts: Texts
  /** Whether earlier outputs that were not made stay: something was refused, or not everything was asked for. */
  isPartial: boolean
}

/**
 * Sources to outputs: load, validate, resolve, compose, number, check, render, certify. The caller writes.
 *
 * @throws CertificateError  when a file is not what its tree says, which is a bug of ours
 * @throws UsageError  when an option names nothing that exists
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function build(options: Omit<BuildOptions, 'keeper' | 'makers'>): Promise<BuildResult> {
  const all = nothingMade()
  const built = await buildEach(options, ({outputs, certificates, compositions}) => {
    for (const [path, output] of outputs) all.outputs.set(path, output)
    for (const [path, certificate] of certificates) all.certificates.set(path, certificate)
    addAll(all.compositions, compositions)
  })
  return {...all, ...built}
}

/**
 * As `build`, one document after the other: each is handed over when it is rendered, and then let go.
 *
 * @param take  is given each document, and at last what is about all of them; awaited before the next one is made
 */
export async function buildEach(
  options: BuildOptions,
  take: (made: MadeDocument) => void | Promise<void>,
): Promise<BuiltContent> {
  const wantedFormats = wantedOf(options)
  const isNarrowed = Boolean(options.documents?.length || options.languages || options.formats)
  const keeper = isNarrowed ? undefined : options.keeper
  const site = isNarrowed ? undefined : siteMaker(options, keeper)
  const tooLarge: TooLarge = {names: new Set(), messages: []}
  let [done, total] = [0, 0]
  const far = farMakers(options, {wantedFormats, isWhole: !isNarrowed, program: keeper?.program})
  const leave = async (
    left: LeftOutputs,
    certificates: ReadonlyMap<string, Certificate> = new Map(),
  ): Promise<void> => take({...nothingMade(), left, certificates: new Map(certificates)})
  const checked = await checkEach(
    {...options, memory: keeper},
    {
      begin(begun) {
        total = begun.total
        options.onTotal?.(total)
        keeper?.begin(begun)
        site?.begin(begun)
        far?.begin(begun)
      },
      rules: keeper,
      found(found) {
        keeper?.found(found)
        site?.found(found)
      },
      async recall(path, isBounded) {
        const known = keeper?.recallDocument(path)
        if (!known || !isBounded(known.findings)) {
          const made = await far?.made(path)
          if (!made || !isBounded(made.findings)) return undefined
          for (const {path: name, language} of made.findings.documents)
            options.onProgress?.(done++, total, `${name} (${language})`)
          if (made.notes) site?.add(made.notes)
          for (const name of made.tooLarge.names) tooLarge.names.add(name)
          addAll(tooLarge.messages, made.tooLarge.messages)
          await take({...made, compositions: []})
          return made.findings
        }
        far?.leave(path)
        done += known.findings.documents.length
        if (known.notes) site?.add(known.notes)
        for (const {outputs, certificates} of known.languages) await leave(outputs, certificates)
        await leave(known.bitext.outputs)
        return known.findings
      },
      recallOwn: (path) => keeper?.recallOwn(path),
      async take(checkedDocument) {
        const onProgress = (name: string): void => options.onProgress?.(done++, total, name)
        await take(await renderDocument(checkedDocument, {wantedFormats, keeper, site, tooLarge, onProgress}))
      },
    },
  ).finally(() => far?.end())
  keeper?.finish()
  const {dossier, texts} = checked
  const messages = [...checked.messages, ...tooLarge.messages]
  const documents = checked.documents.map((one) =>
    // Its earlier files stay.
    tooLarge.names.has(`${one.path} ${one.language}`) ? {...one, isRefused: true} : one,
  )
  // When nothing at all could be resolved the sources say nothing about what belongs in out/.
  const isBlind = dossier.documents.length === 0
  if (site && !isBlind) {
    const refusals = refusalsOf(documents, messages, dossier, texts)
    const takeOutputs = (outputs: Outputs): void | Promise<void> => take({...nothingMade(), outputs})
    addAll(messages, await site.finish(dossier, refusals, {take: takeOutputs, leave}))
  }
  const {hints, switchedOff} = checked
  return {
    dossier,
    messages,
    documents,
    formats: wantedFormats,
    hints,
    switchedOff,
    texts,
    // While anything is wrong nothing is removed: what looks superfluous may only have been misread.
    isPartial: isNarrowed || isBlind || messages.some(isError),
  }
}

function farMakers(
  {makers, root, final, hasSite, documents, languages}: BuildOptions,
  task: Omit<BuildTask, 'options'>,
): Makers | undefined {
  return makers && makersOf(makers, {...task, options: {root, final, hasSite, documents, languages}})
}

function wantedOf(options: BuildOptions): readonly string[] {
  const wanted = options.formats ?? [...formats.keys()]
  const strange = wanted.find((format) => !formats.has(format))
  if (strange === undefined) return wanted
  throw new UsageError(
    `There is no format ${quote(strange)}. Write one of: ${[...formats.keys()].join(', ')}.`,
  )
}
