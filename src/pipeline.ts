import type {VFileMessage} from 'vfile-message'
import {type Certificate, renderCertified} from './certify/index.ts'
import type {Composition} from './compose/index.ts'
import {type BuiltDocument, type ContentOptions, checkContent} from './content.ts'
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
  const wantedFormats = options.formats ?? [...formats.keys()]
  for (const format of wantedFormats) {
    if (!formats.has(format))
      throw new UsageError(
        `There is no format ${quote(format)}. Write one of: ${[...formats.keys()].join(', ')}.`,
      )
  }
  const {compositions, messages, documents, hints, switchedOff, texts, dossier} = await checkContent(options)
  const outputs: Outputs = new Map()
  const certificates = new Map<string, Certificate>()
  const isAccepted = ({plan, language}: Composition): boolean =>
    !documents.find((document) => document.path === plan.path && document.language === language.code)
      ?.isRefused
  const accepted = compositions.filter(isAccepted)
  const pictures = bytesOfPictures(dossier)
  for (const [index, composition] of accepted.entries()) {
    const {plan, language, tree} = composition
    options.onProgress?.(index, accepted.length, `${plan.path} (${language.code})`)
    for (const name of wantedFormats) {
      const format = formats.get(name)
      if (!format) continue
      const {styles, numbering} = dossier.templates
      const file = `${plan.path}.${language.code}`
      const document = {path: plan.path, language: language.code, format: name}
      const {bytes, certificate} = await renderCertified(file, name, {tree, styles, numbering, pictures})
      if (bytes.length > caps.outputBytes.most) {
        messages.push(tooLarge(composition, bytes.length))
        // Its earlier files stay.
        for (const refused of documents)
          if (refused.path === plan.path && refused.language === language.code) refused.isRefused = true
        continue
      }
      outputs.set(`${file}.${format.extension}`, {bytes, document, isOnlyBuilt: !format.isCommitted})
      if (certificate) certificates.set(`${file}.${format.extension}`, certificate)
    }
  }
  const isNarrowed = Boolean(options.documents?.length || options.languages || options.formats)
  // When nothing at all could be resolved the sources say nothing about what belongs in out/.
  const isBlind = dossier.documents.length === 0
  // Without any document there is nothing that pages about all of them could be made from.
  const made = accepted.filter(isAccepted)
  if (!isNarrowed && !isBlind && made.length > 0) {
    const refusals = refusalsOf(documents, messages, dossier, texts)
    const ofDossier = await dossierOutputs(dossier, made, refusals, options)
    for (const [path, output] of ofDossier.outputs) outputs.set(path, output)
    addAll(messages, ofDossier.messages)
  }
  return {
    outputs,
    certificates,
    compositions: accepted,
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

function tooLarge({plan, language}: Composition, bytes: number): VFileMessage {
  const {most, rule} = caps.outputBytes
  const reason = `A file of this document would have ${Math.ceil(bytes / 1024 / 1024)} MiB; ${most / 1024 / 1024} are allowed. Split the document.`
  return error(reason, {path: plan.yaml.path, ruleId: rule, language: language.code})
}
