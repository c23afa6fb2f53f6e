import type {VFileMessage} from 'vfile-message'
import {type Certificate, renderCertified} from './certify/index.ts'
import type {Composition} from './compose/index.ts'
import {type BuiltDocument, type ContentOptions, checkEach} from './content.ts'
import {dossierOutputs} from './dossier-outputs.ts'
import {UsageError} from './failure/index.ts'
import {caps} from './load/index.ts'
import {addAll, error, isError, quote} from './message/index.ts'
import {refusalsOf} from './refusals.ts'
import {formats} from './render/index.ts'
import {bytesOfPictures, type Dossier} from './resolve/index.ts'
import type {Outputs} from './write/index.ts'

/** What is built. */
export interface BuildOptions extends ContentOptions {
  formats?: readonly string[] | undefined
  /** Whether there are pages about all documents; there are where left out. */
  hasSite?: boolean | undefined
  /** Called before each document is rendered: how many are done, how many there are, and which comes. */
  onProgress?: ((done: number, total: number, name: string) => void) | undefined
}

/** A build as data: nothing is written yet. */
export interface BuildResult extends BuiltContent, MadeDocument {}

/** A document that was rendered. */
export interface MadeDocument {
  outputs: Outputs
  /** What was proven of each output that can be read back, by its path. */
  certificates: Map<string, Certificate>
  /** What was rendered: every document in every language that was asked for and not refused. */
  compositions: Composition[]
}

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
  /** Text of every source, for code frames. */
  texts: Map<string, string>
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
export async function build(options: BuildOptions): Promise<BuildResult> {
  const all: MadeDocument = {outputs: new Map(), certificates: new Map(), compositions: []}
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
  const wantedFormats = options.formats ?? [...formats.keys()]
  for (const format of wantedFormats) {
    if (!formats.has(format))
      throw new UsageError(
        `There is no format ${quote(format)}. Write one of: ${[...formats.keys()].join(', ')}.`,
      )
  }
  const isNarrowed = Boolean(options.documents?.length || options.languages || options.formats)
  const tooLarge: Composition[] = []
  const largeMessages: VFileMessage[] = []
  // What pages about all documents are made from.
  const made: Composition[] = []
  let pictures: ReadonlyMap<string, Uint8Array> | undefined
  let done = 0
  const checked = await checkEach(options, async ({languages, total}, dossier) => {
    pictures ??= bytesOfPictures(dossier)
    const document: MadeDocument = {outputs: new Map(), certificates: new Map(), compositions: []}
    for (const {composition, isRefused} of languages) {
      const {plan, language} = composition
      options.onProgress?.(done++, total, `${plan.path} (${language.code})`)
      if (isRefused) continue
      document.compositions.push(composition)
      const large = await render(composition, {dossier, pictures, wantedFormats, document})
      addAll(largeMessages, large)
      if (large.length > 0) tooLarge.push(composition)
      else if (!isNarrowed) made.push(composition)
    }
    await take(document)
  })
  const {dossier, texts, documents} = checked
  const messages = [...checked.messages, ...largeMessages]
  // Its earlier files stay.
  for (const {plan, language} of tooLarge)
    for (const refused of documents)
      if (refused.path === plan.path && refused.language === language.code) refused.isRefused = true
  // When nothing at all could be resolved the sources say nothing about what belongs in out/.
  const isBlind = dossier.documents.length === 0
  // Without any document there is nothing that pages about all of them could be made from.
  if (!isBlind && made.length > 0) {
    const refusals = refusalsOf(documents, messages, dossier, texts)
    const ofDossier = await dossierOutputs(dossier, made, refusals, options)
    addAll(messages, ofDossier.messages)
    await take({outputs: ofDossier.outputs, certificates: new Map(), compositions: []})
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

interface Rendering {
  dossier: Dossier
  pictures: ReadonlyMap<string, Uint8Array>
  wantedFormats: readonly string[]
  /** Where the files are put. */
  document: MadeDocument
}

/** Renders a document in a language in each format; returns what is said of files that are too large. */
async function render(
  composition: Composition,
  {dossier, pictures, wantedFormats, document}: Rendering,
): Promise<VFileMessage[]> {
  const {plan, language, tree} = composition
  const {styles, numbering} = dossier.templates
  const large: VFileMessage[] = []
  for (const name of wantedFormats) {
    const format = formats.get(name)
    if (!format) continue
    const file = `${plan.path}.${language.code}`
    const {bytes, certificate} = await renderCertified(file, name, {tree, styles, numbering, pictures})
    if (bytes.length > caps.outputBytes.most) {
      large.push(tooLargeFile(composition, bytes.length))
      continue
    }
    const path = `${file}.${format.extension}`
    const of = {path: plan.path, language: language.code, format: name}
    document.outputs.set(path, {bytes, document: of, isOnlyBuilt: !format.isCommitted})
    if (certificate) document.certificates.set(path, certificate)
  }
  return large
}

function tooLargeFile({plan, language}: Composition, bytes: number): VFileMessage {
  const {most, rule} = caps.outputBytes
  const reason = `A file of this document would have ${Math.ceil(bytes / 1024 / 1024)} MiB; ${most / 1024 / 1024} are allowed. Split the document.`
  return error(reason, {path: plan.yaml.path, ruleId: rule, language: language.code})
}
