import {UsageError} from '../failure/index.ts'
import {asTyped, quote} from '../message/index.ts'
import {countedRevision, type DocumentPlan, type FileNames, hasNumber} from '../resolve/index.ts'
import {numberForm} from './file-names.ts'

/** What is to be released, as it was asked for. */
export interface ReleaseRequest {
  /** Folder that holds documents/. */
  root: string
  /** As `sc58/internet-trade` or any path that leads there. */
  document: string
  /** Undefined where none was said, which only the document can tell to be wrong. */
  number: string | undefined
  /** Left out: as document.yaml has it. */
  revision?: number | undefined
  /** Day of the posting; the document's own date where left out. */
  posted?: string | undefined
}

/** A request that fits the document. */
export interface Accepted {
  names: FileNames
  number: string
  revision: number | null
  /** Day of the posting, in document.yaml already or to be added. */
  date: string
  isPosted: boolean
}

/**
 * Whether a document can be released under a number, revision and day.
 *
 * @param plan  the document as it is on the disk
 * @throws UsageError  when its kind has no names, or the number, the revision or the day cannot be its
 */
export function acceptRequest(plan: DocumentPlan, request: ReleaseRequest): Accepted {
  const names = plan.kind['file-names']
  const kind = plan.yaml.value.kind
  if (!hasNumber(plan.kind))
    throw new UsageError(
      `Documents of the kind ${quote(kind)} have no number, and cannot be released under one. Hand in what “${asTyped('build', '--final')}” writes in out/.`,
    )
  if (!names)
    throw new UsageError(
      `Documents of the kind ${quote(kind)} cannot be released: the names of their files are not known. Add “file-names” to templates/kinds/${kind}.yaml.`,
    )
  const {number} = request
  const form = numberForm(names)
  if (number === undefined)
    throw new UsageError(`Write the number of the document: “--number” and ${form.words}.`)
  if (!form.pattern.test(number))
    throw new UsageError(`${quote(number)} is no number of a document of this kind. Write ${form.words}.`)
  const {symbol, posted: postings = [], date: ownDate} = plan.yaml.value
  const known = symbol?.number ?? null
  if (postings.length > 0 && known !== null && known !== number)
    throw new UsageError(
      `${quote(plan.path)} was posted as number ${known}, and a revision keeps it. Write “--number ${known}”.`,
    )
  const revision = request.revision ?? countedRevision(plan)
  const index = revision ?? 0
  if (index !== postings.length && index !== postings.length - 1) throw revisionFault(plan, revision)
  const posting = postings[index]
  if (posting) {
    if (request.posted !== undefined && request.posted !== posting.date)
      throw new UsageError(
        `document.yaml says that this was posted on ${posting.date}, not on ${request.posted}. Leave “--posted” out, or correct the date in document.yaml.`,
      )
    return {names, number, revision, date: posting.date, isPosted: true}
  }
  const before = postings.at(-1)?.date
  const date = request.posted ?? ownDate
  if (date < ownDate)
    throw new UsageError(
      `${date} is before the date of the document (${ownDate}). Write a later “--posted”, or correct the date in document.yaml.`,
    )
  if (before !== undefined && date < before)
    throw new UsageError(
      `${date} is before the last posting (${before}). Write “--posted” and the day on which this revision is posted.`,
    )
  return {names, number, revision, date, isPosted: false}
}

/** Revisions follow one another: the first issue, 1, 2 … */
function revisionFault(plan: DocumentPlan, revision: number | null): UsageError {
  const posted = plan.yaml.value.posted?.length ?? 0
  const asked = revision === null ? 'The first issue' : `Revision ${revision}`
  if (posted === 0)
    return new UsageError(
      `${asked} cannot be released: nothing of ${quote(plan.path)} was posted yet. Release the first issue: leave “--revision” out, with “revision: null” in document.yaml.`,
    )
  const last = posted === 1 ? 'the first issue' : `revision ${posted - 1}`
  return new UsageError(
    `${asked} cannot be released: the last posting is ${last}. Write “--revision ${posted}”.`,
  )
}
