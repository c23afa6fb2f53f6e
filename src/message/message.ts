import {VFileMessage} from 'vfile-message'
import {withLookAlikes} from './look-alike.ts'
import {printable} from './printable.ts'

declare module 'vfile-message' {
  interface VFileMessage {
    /** Language whose document the finding refuses, where its file alone does not tell. */
    language?: string
    /** Languages whose documents it refuses, where the file in which it stands is of another language, or of all. */
    refuses?: readonly string[]
    /** What may be put in the place of the words at fault without asking: offsets in the file, and the new text. */
    fix?: {start: number; end: number; text: string}
  }
}

/** A place in a source: a whole span where it is known, `{line, column}` from 1 otherwise. */
export interface Place {
  start: {line: number; column: number}
  end: {line: number; column: number}
}

/** The first character of a file: where a finding about the file as a whole is shown. */
export const startOfFile: Place = {start: {line: 1, column: 1}, end: {line: 1, column: 1}}

/** What a finding is about, beside its words. */
export interface MessageDetails {
  /** Path of the source from the content root, with forward slashes. */
  path: string
  place?: Place | undefined
  /** Stable id of the rule, the same in every format and version. */
  ruleId: string
  /** Language that is refused, when the file speaks for all languages. */
  language?: string | undefined
  /** Languages that are refused, when they are not those of the file. */
  refuses?: readonly string[] | undefined
  /** The other place involved, when there are two. */
  other?: {path: string; place: Place} | undefined
}

/**
 * A finding that refuses the document (`error`) or does not (`warning`).
 *
 * @param severity  `error` or `warning`
 * @param reason  what is there, in the author's words; full stop; what to write instead
 * @param details  where, and which rule
 * @returns a VFileMessage whose `file` is the path; `fatal` is true for an error
 */
export function finding(
  severity: 'error' | 'warning',
  reason: string,
  details: MessageDetails,
): VFileMessage {
  const place = details.place ?? startOfFile
  const otherPlace = details.other
    ? ` (See ${details.other.path}:${details.other.place.start.line}:${details.other.place.start.column}.)`
    : ''
  const message = new VFileMessage(printable(cut(withLookAlikes(reason)) + otherPlace), {
    place: {start: {...place.start}, end: {...place.end}},
    ruleId: details.ruleId,
    source: 'cites-docs',
  })
  // A name that holds what cannot be printed is that of no source: it is only told.
  message.file = printable(details.path)
  if (details.language) message.language = details.language
  if (details.refuses) message.refuses = details.refuses
  message.fatal = severity === 'error'
  message.name = `${message.file}:${place.start.line}:${place.start.column}`
  return message
}

function cut(reason: string): string {
  return reason.length > reasonLength ? `${reason.slice(0, reasonLength)}…` : reason
}

/** An error: the document at fault is not written. */
export function error(reason: string, details: MessageDetails): VFileMessage {
  return finding('error', reason, details)
}

/** A warning: the document is written all the same. */
export function warning(reason: string, details: MessageDetails): VFileMessage {
  return finding('warning', reason, details)
}

/** Whether a finding refuses its document. */
export function isError(message: VFileMessage): boolean {
  return message.fatal === true
}

const quoteLength = 80
// What is longer nobody reads; a message that repeats a source has its memory, too.
const reasonLength = 4_000

/** A piece of source between quotation marks, at most 80 characters, fit to be printed. */
export function quote(text: string): string {
  // Twice as many code units hold as many characters; of a long text no more is looked at.
  const characters = [...text.slice(0, 2 * (quoteLength + 1)).replaceAll('\n', ' ')]
  const shown =
    characters.length > quoteLength
      ? `${characters.slice(0, quoteLength - 1).join('')}…`
      : characters.join('')
  return `“${printable(shown)}”`
}

/** As many as are named one by one. */
const namedAtMost = 3

/** “a, b, c and 4 more”: the first three of several things, and how many others there are. */
export function severalOf(names: readonly string[]): string {
  const shown = names.slice(0, namedAtMost).join(', ')
  const others = names.length - namedAtMost
  return others > 0 ? `${shown} and ${others} more` : shown
}

/**
 * Findings in the order in which they are printed: by file, line, column, rule; the same finding once.
 * Sorted with the code units of the paths, never by locale, so that the order is the same everywhere.
 */
export function sortMessages(messages: readonly VFileMessage[]): VFileMessage[] {
  const unique = new Map<string, VFileMessage>()
  for (const message of messages) {
    const key = [message.file, message.line, message.column, message.ruleId, message.reason].join('\u0000')
    const earlier = unique.get(key)
    if (!earlier || (!isError(earlier) && isError(message))) unique.set(key, message)
  }
  return [...unique.values()].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.ruleId ?? '', b.ruleId ?? '') ||
      compare(a.reason, b.reason),
  )
}

/** Order of two strings by code units: -1, 0 or 1, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
