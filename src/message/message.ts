import {VFileMessage} from 'vfile-message'

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
  const message = new VFileMessage(printable(reason) + otherPlace, {
    place: {start: {...place.start}, end: {...place.end}},
    ruleId: details.ruleId,
    source: 'cites-docs',
  })
  message.file = details.path
  if (details.language) message.language = details.language
  if (details.refuses) message.refuses = details.refuses
  message.fatal = severity === 'error'
  message.name = `${printable(details.path)}:${place.start.line}:${place.start.column}`
  return message
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

// C0, C1, bidirectional controls and zero-width characters never reach a terminal or an annotation raw.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** The text with every invisible control character written as `U+XXXX`. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  })
}

const quoteLength = 80

/** A piece of source between quotation marks, at most 80 characters, fit to be printed. */
export function quote(text: string): string {
  const characters = [...text.replaceAll('\n', ' ')]
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

/**
 * The known word nearest to a mistyped one, for “Did you mean”.
 *
 * @returns the nearest candidate within a fifth of its length, or undefined
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 8 || candidate.length > 64 || word.length > 64) continue
    const distance = editDistance(word, candidate)
    if (
      distance < bestDistance &&
      distance <= Math.max(1, Math.floor(Math.min(candidate.length, word.length) / 5))
    ) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** How many letters are put in, left out, exchanged for another, or for the one beside them. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const nextRow = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const isTwisted = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const twisted = isTwisted ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      nextRow.push(Math.min((row[j] ?? 0) + 1, (nextRow[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost, twisted))
    }
    before = row
    row = nextRow
  }
  return row[b.length] ?? 0
}
