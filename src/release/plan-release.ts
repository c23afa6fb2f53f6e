import type {VFileMessage} from 'vfile-message'
import {documentPath} from '../asked.ts'
import {digestOfWords} from '../check/index.ts'
import {checkContent} from '../content.ts'
import {UsageError} from '../failure/index.ts'
import type {Texts} from '../load/index.ts'
import {readContent} from '../load/index.ts'
import {isError, quote, sortMessages} from '../message/index.ts'
import {type BuildResult, build} from '../pipeline.ts'
import {mergeSums, releaseFolder, sumsPath} from './digests.ts'
import {postingEntry, withPosting, withSymbol} from './edit-document.ts'
import {noPlaceFor, recorded, takenNumber} from './findings.ts'
import {renderFiles} from './render-files.ts'
import {acceptRequest, type ReleaseRequest} from './request.ts'

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
  texts: Texts
}

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
  const numbered = withSymbol(text, accepted.number, request.revision)
  if (numbered === undefined) {
    const lines = `“number: "${accepted.number}"”${request.revision === undefined ? '' : ` and “revision: ${request.revision}”`} under “symbol”`
    return {messages: [noPlaceFor(file, 'number', lines)], texts: before.texts}
  }
  const final = await checkContent({
    root,
    documents: [path],
    final: true,
    changes: new Map([[file, numbered]]),
  })
  const plan = final.dossier.documents.find((candidate) => candidate.path === path)
  const taken = plan ? takenNumber(plan, final) : []
  const messages = sortMessages([...final.messages.map(recorded), ...taken])
  // Not any error: one of another document that could not be planned is among the messages too.
  const isRefused =
    final.documents.some((document) => document.path === path && document.isRefused) ||
    messages.some((message) => message.file === file && isError(message))
  if (!plan || isRefused) return {messages, texts: final.texts}

  const files = await renderFiles(final.compositions, final.dossier, plan, accepted.names)
  const {sums, messages: faults} = await mergeSums(root, files)
  if (faults.length > 0) return {messages: faults, texts: final.texts}
  const words = Object.fromEntries(
    final.compositions.map(({language, tree}) => [language.code, digestOfWords(tree)]),
  )
  const {revision, date} = accepted
  const posting = {revision, date, words}
  const posted = accepted.isPosted ? numbered : withPosting(numbered, posting)
  if (posted === undefined) {
    const lines = `“${postingEntry(posting)}” as the last item of “posted”`
    return {messages: [noPlaceFor(file, 'posting', lines)], texts: final.texts}
  }
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
