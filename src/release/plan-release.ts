import type {VFileMessage} from 'vfile-message'
import {digestOfWords} from '../check/index.ts'
import type {Composition} from '../compose/index.ts'
import {readContent} from '../load/index.ts'
import {compare, error, quote, sortMessages} from '../message/index.ts'
import {type BuildResult, build, checkContent, documentPath} from '../pipeline.ts'
import {formats} from '../render/index.ts'
import {type DocumentPlan, type Dossier, type FileNames, symbolKey} from '../resolve/index.ts'
import {UsageError} from '../usage-error.ts'
import {mergeSums, releaseFolder, sumsPath} from './digests.ts'
import {withPosting, withSymbol} from './edit-document.ts'
import {fileName} from './file-names.ts'
import {acceptRequest, type ReleaseRequest} from './request.ts'
import {splitParts} from './split-parts.ts'

/** A release as data: all bytes are there and checked, nothing is written yet. */
export interface Release {
  /** As printed, such as `SC58 Doc. 24`. */
  symbol: string
  /** Digest of the words by language. */
  words: Record<string, string>
  /** What comes before out/, in the order of writing: released files, their digests, document.yaml; by path from the root. */
  files: Map<string, Uint8Array>
  /** The whole content as it is built with the new document.yaml. */
  built: BuildResult
}

/** A release, or why there is none; `texts` are the sources for the report. */
export interface PlannedRelease {
  release?: Release
  messages: VFileMessage[]
  texts: ReadonlyMap<string, string>
}

const released = ['docx', 'html']
const unrecorded = 'posted-unrecorded'

/**
 * All that a release writes, and every reason against it. Nothing is written.
 *
 * @throws UsageError  when the document cannot be released as it was asked for
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function planRelease(request: ReleaseRequest): Promise<PlannedRelease> {
  const {root} = request
  const path = documentPath(request.document)
  const file = `documents/${path}/document.yaml`
  const before = await checkContent({root, documents: [path]})
  const present = before.dossier.documents.find((candidate) => candidate.path === path)
  if (!present && before.dossier.refused.has(path)) return before
  if (!present) throw new UsageError(`${quote(request.document)} is not one document. Name its folder.`)
  const accepted = acceptRequest(present, request)

  // Its very bytes, and not the text that was read: a byte order mark and the ends of the lines stay too.
  const {content} = await readContent(root, ['documents'])
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(content.get(file))
  const numbered = withSymbol(text, request.number, request.revision)
  const final = await checkContent({
    root,
    documents: [path],
    final: true,
    changes: new Map([[file, numbered]]),
  })
  const plan = final.dossier.documents.find((candidate) => candidate.path === path)
  const taken = plan ? takenNumber(plan, final.dossier) : []
  const messages = sortMessages([...final.messages.map(recorded), ...taken])
  // Not any error: one of another document that could not be planned is among the messages too.
  const isRefused =
    taken.length > 0 ||
    final.documents.some((document) => document.path === path && document.isRefused) ||
    messages.some(({ruleId, file: place}) => ruleId === unrecorded && place === file)
  if (!plan || isRefused) return {messages, texts: final.texts}

  const files = await renderFiles(final.compositions, final.dossier, plan, accepted.names)
  const {sums, messages: faults} = await mergeSums(root, files)
  if (faults.length > 0) return {messages: faults, texts: final.texts}
  const words = Object.fromEntries(
    final.compositions.map(({language, tree}) => [language.code, digestOfWords(tree)]),
  )
  const {revision, date} = accepted
  const posted = accepted.isPosted ? numbered : withPosting(numbered, {revision, date, words})
  const built = await build({root, changes: new Map([[file, posted]])})
  if (built.documents.some((document) => document.path === path && document.isRefused)) return built
  return {
    release: {
      symbol: final.compositions[0]?.tree.meta.symbol ?? '',
      words,
      files: new Map([
        ...[...files].map(([name, bytes]) => [`${releaseFolder}/${name}`, bytes] as const),
        [sumsPath, sums],
        [file, new TextEncoder().encode(posted)],
      ]),
      built,
    },
    messages: built.messages,
    texts: built.texts,
  }
}

/** What was posted without its digests cannot be proven to be the same: elsewhere that is a warning. */
function recorded(message: VFileMessage): VFileMessage {
  if (message.ruleId === unrecorded) message.fatal = true
  return message
}

/** A number that another document has, whichever of the two the finding of the sources stands at. */
function takenNumber(plan: DocumentPlan, {documents, dormant}: Dossier): VFileMessage[] {
  const key = symbolKey(plan)
  const other = [...documents, ...dormant].find(
    (candidate) => candidate.path !== plan.path && symbolKey(candidate) === key,
  )
  if (!other) return []
  const reason = `The number ${quote(plan.fact.value.symbol?.number ?? '')} is already that of ${other.path}. Release this document under another number.`
  const place = plan.fact.data.locate(['symbol', 'number'])
  return [error(reason, {path: plan.fact.path, ruleId: 'symbol-twice', place})]
}

/** The body and each annex in every language and format, by the names of their files, sorted. */
async function renderFiles(
  compositions: readonly Composition[],
  {templates}: Dossier,
  plan: DocumentPlan,
  names: FileNames,
): Promise<Map<string, Uint8Array>> {
  const letters = new Map(plan.languages.map(({language}) => [language.code, language.letter]))
  const nameOf = (language: string, part: number): string =>
    fileName(names, plan, letters.get(language) ?? '', part)
  const {styles, numbering} = templates
  const files: [string, Uint8Array][] = []
  for (const {tree: whole} of compositions)
    for (const {name, tree} of splitParts(whole, nameOf))
      for (const format of released) {
        const {extension, render} = formats.get(format) ?? {}
        if (extension && render) files.push([`${name}.${extension}`, await render({tree, styles, numbering})])
      }
  return new Map(files.sort(([a], [b]) => compare(a, b)))
}
