import {createHash} from 'node:crypto'
import type {VFileMessage} from 'vfile-message'
import {type Certificate, renderCertified} from './certify/index.ts'
import type {Composition} from './compose/index.ts'
import type {Keeper, KeptDocument, KeptLanguage} from './kept/index.ts'
import {caps} from './load/index.ts'
import type {CheckedDocument} from './looking/index.ts'
import {addAll, error} from './message/index.ts'
import {formats} from './render/index.ts'
import {bytesOfPictures, type Dossier, type Translation} from './resolve/index.ts'
import type {SiteMaker} from './site-maker.ts'
import {siteNotes} from './site-notes.ts'
import {digestOf, type LeftOutputs, type Outputs} from './write/index.ts'

/** A document that was rendered. */
export interface MadeDocument {
  outputs: Outputs
  /** Those that stand in out/ already. */
  left: LeftOutputs
  /** What was proven of each output that can be read back, by its path. */
  certificates: Map<string, Certificate>
  /** What was rendered: every document in every language that was asked for and not refused. */
  compositions: Composition[]
}

/** A document of which nothing was made yet. */
export function nothingMade(): MadeDocument {
  return {outputs: new Map(), left: new Map(), certificates: new Map(), compositions: []}
}

/** Documents of which a file would be too large, each with its language, and what is said of them. */
export interface TooLarge {
  names: Set<string>
  messages: VFileMessage[]
}

/** What a document is made with. */
export interface Making {
  wantedFormats: readonly string[]
  keeper: Keeper | undefined
  /** Undefined where there are no pages about all documents. */
  site: SiteMaker | undefined
  tooLarge: TooLarge
  onProgress: (name: string) => void
}

/** Renders a document in each language in which it can be made, and keeps what is known of it. */
export async function renderDocument(
  {path, findings, facts, own, languages, dossier, translations}: CheckedDocument,
  {wantedFormats, keeper, site, tooLarge, onProgress}: Making,
): Promise<MadeDocument> {
  const pictures = bytesOfPictures(dossier)
  const document = nothingMade()
  const made: Composition[] = []
  const kept: KeptLanguage[] = []
  for (const {composition, isRefused} of languages) {
    const {plan, language} = composition
    onProgress(`${plan.path} (${language.code})`)
    if (isRefused) continue
    document.compositions.push(composition)
    const tree = keeper?.treeOf(composition, pictures) ?? ''
    const known = keeper?.recallLanguage(path, language.code, tree)
    if (known) {
      for (const [name, output] of known.outputs) document.left.set(name, output)
      for (const [name, certificate] of known.certificates) document.certificates.set(name, certificate)
      kept.push(known)
      made.push(composition)
      continue
    }
    const files = await render(composition, {dossier, pictures, wantedFormats})
    const before = keeper?.madeBefore(path, language.code)
    for (const [name, output] of files.outputs)
      document.outputs.set(name, {...output, replaces: before?.get(name)})
    for (const [name, certificate] of files.certificates) document.certificates.set(name, certificate)
    addAll(tooLarge.messages, files.large)
    if (files.large.length > 0) tooLarge.names.add(`${plan.path} ${language.code}`)
    else made.push(composition)
    kept.push({
      language: language.code,
      tree,
      outputs: keeper ? leftOf(files.outputs) : new Map(),
      certificates: files.certificates,
    })
  }
  const notes = site && siteNotes(made, translations)
  if (notes) site?.add(notes)
  const bitext = site ? bitextOf(document, {site, keeper, made, kept, translations, path}) : nothingKept
  // Of a document with a file that is too large, and where the pictures of others count, not everything is in its key.
  const isOwn =
    kept.length === made.length && !findings.ofSources.some(({ruleId}) => ruleId === caps.allPixels.rule)
  if (isOwn) keeper?.keepDocument(path, {findings, facts, own, languages: kept, notes, bitext})
  return document
}

const nothingKept: KeptDocument['bitext'] = {key: '', outputs: new Map()}

/** Puts the page with the languages side by side to the files of a document, or leaves it where it is. */
function bitextOf(
  document: MadeDocument,
  {
    site,
    keeper,
    made,
    kept,
    translations,
    path,
  }: {
    site: SiteMaker
    keeper: Keeper | undefined
    made: readonly Composition[]
    kept: readonly KeptLanguage[]
    translations: readonly Translation[]
    path: string
  },
): KeptDocument['bitext'] {
  const key = keeper
    ? createHash('sha256')
        .update([site.bitextKey(translations, path), ...kept.map(({tree}) => tree)].join('\n'))
        .digest('hex')
    : ''
  const known = keeper?.recallBitext(path, key)
  if (known) {
    for (const [name, output] of known) document.left.set(name, output)
    return {key, outputs: known}
  }
  const outputs = site.bitext(made, translations)
  for (const [name, output] of outputs) document.outputs.set(name, output)
  return {key, outputs: keeper ? leftOf(outputs) : new Map()}
}

/** What is known of outputs without their bytes. */
function leftOf(outputs: Outputs): LeftOutputs {
  return new Map(
    [...outputs].map(([path, {bytes, replaces: _, ...own}]) => [path, {...own, digest: digestOf(bytes)}]),
  )
}

/** Renders a document in a language in each format; `large` is what is said of files that are too large. */
async function render(
  composition: Composition,
  {
    dossier,
    pictures,
    wantedFormats,
  }: {
    dossier: Dossier
    pictures: ReadonlyMap<string, Uint8Array>
    wantedFormats: readonly string[]
  },
): Promise<{outputs: Outputs; certificates: Map<string, Certificate>; large: VFileMessage[]}> {
  const {plan, language, tree} = composition
  const {styles, numbering} = dossier.templates
  const outputs: Outputs = new Map()
  const certificates = new Map<string, Certificate>()
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
    outputs.set(path, {bytes, document: of, isOnlyBuilt: !format.isCommitted})
    if (certificate) certificates.set(path, certificate)
  }
  return {outputs, certificates, large}
}

function tooLargeFile({plan, language}: Composition, bytes: number): VFileMessage {
  const {most, rule} = caps.outputBytes
  const reason = `A file of this document would have ${Math.ceil(bytes / 1024 / 1024)} MiB; ${most / 1024 / 1024} are allowed. Split the document.`
  return error(reason, {path: plan.yaml.path, ruleId: rule, language: language.code})
}
