import {isUtf8} from 'node:buffer'
import type {VFileMessage} from 'vfile-message'
import {error, type Place, quote} from '../message/index.ts'
import {caps} from './caps.ts'

/** Text of a file and the findings that refuse it; a refused text only serves to show where they stand. */
export type Decoded = {text: string; messages: VFileMessage[]}

/**
 * Bytes to text: UTF-8 only, line endings LF, no invisible characters.
 *
 * A byte order mark at the start is dropped, CRLF becomes LF, so that both give the same output.
 *
 * @param bytes  the whole file
 * @param path  for the findings
 * @returns the text and findings at their line and column
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const markdown = path.endsWith('.md')
  const {most: limit, rule} = markdown ? caps.markdownBytes : caps.yamlBytes
  if (bytes.length > limit) {
    return refused(`This file is larger than ${limit / 1024} KiB. Split it.`, {path, ruleId: rule})
  }
  if (isUtf16(bytes)) {
    return refused('This file is saved as UTF-16. Save it as UTF-8.', {path, ruleId: 'encoding-utf16'})
  }
  if (!isUtf8(bytes)) {
    const line = lineOfFirstBadByte(bytes)
    const place = {start: {line, column: 1}, end: {line, column: 1}}
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      messages: [
        error(`This file is not saved as UTF-8 (line ${line}). Save it again as UTF-8.`, {
          path,
          ruleId: 'encoding-utf8',
          place,
        }),
      ],
    }
  }
  const text = textOf(bytes)
  const messages = [
    ...characterFindings(text, path),
    ...lineFindings(text, path, markdown),
    ...markFindings(text, path),
  ]
  return {text, messages}
}

/** What opens and parts the keys and items of YAML: each may become a node, which takes a hundred times its characters. */
function markFindings(text: string, path: string): VFileMessage[] {
  const {most, rule} = caps.yamlMarks
  if (!path.endsWith('.yaml') || text.length <= most) return []
  let marks = 0
  for (let at = 0; at < text.length; at++) if (yamlMarks.has(text.charCodeAt(at))) marks++
  if (marks <= most) return []
  const reason = `This file has more than ${most} signs that part keys and items (${marks}). Split it.`
  return [error(reason, {path, ruleId: rule})]
}

const yamlMarks: ReadonlySet<number> = new Set([...':,-[{'].map((sign) => sign.charCodeAt(0)))

/** The text of a file in which `decode` has found nothing. */
export function textOf(bytes: Uint8Array): string {
  // Not with a TextDecoder, which is slow in a new process.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
}

function refused(reason: string, details: {path: string; ruleId: string; place?: Place}): Decoded {
  return {text: '', messages: [error(reason, details)]}
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return bytes.length >= 4 && (bytes[1] === 0 || bytes[0] === 0) && (bytes[3] === 0 || bytes[2] === 0)
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 0x0a) continue
    if (!isUtf8(bytes.subarray(start, index))) return line
    start = index + 1
    line++
  }
  return line - 1
}

/** From offsets in a text to a place in the file. */
type PlaceAt = (start: number, end: number) => Place

interface Family {
  ruleId: string
  pattern: RegExp
  say: (codePoint: string, column: number) => string
}

// Every family of characters that a reader cannot see and a Word file or a reviewer would stumble over.
const families: Family[] = [
  {
    ruleId: 'line-ending',
    pattern: /\r/,
    say: () => 'A line ends in an old Macintosh way. Save the file with LF or CRLF line endings.',
  },
  {
    ruleId: 'character-bidi',
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    say: () => 'This line holds an invisible mark that reverses the reading order. Delete it.',
  },
  {
    ruleId: 'character-invisible',
    pattern: /[\u00ad\u200b-\u200d\u2060\ufeff\u0085\u2028\u2029\u{e0000}-\u{e007f}]/u,
    say: (codePoint, column) =>
      codePoint === 'U+00AD'
        ? `A soft hyphen (U+00AD) is at column ${column}, where Word may part a word. Delete it; “check --fix” does, inside a word.`
        : `An invisible character (${codePoint}) is at column ${column}. Delete it.`,
  },
  {
    ruleId: 'character-control',
    pattern:
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udfff]/u,
    say: (codePoint, column) =>
      `An invisible control character (${codePoint}) is at column ${column}. Delete it.`,
  },
]

/**
 * Findings about characters that no output may hold; used on raw text and again on decoded values.
 *
 * @param text  any text
 * @param path  for the findings
 * @param placeAt  where its characters were written, when it is not the file as it stands
 */
export function characterFindings(
  text: string,
  path: string,
  placeAt: PlaceAt = (start, end) => ({start: pointIn(text, start), end: pointIn(text, end)}),
): VFileMessage[] {
  const messages = families.flatMap(({ruleId, pattern, say}) => {
    const match = pattern.exec(text)
    if (!match) return []
    const codePoint = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    const place = placeAt(match.index, match.index + match[0].length)
    return [error(say(codePoint, place.start.column), {path, ruleId, place})]
  })
  if (messages.length > 0) return messages
  return text.normalize('NFC') !== text
    ? [decomposedFinding(text, path, placeAt)]
    : mixedFinding(text, path, placeAt)
}

function pointIn(text: string, offset: number): Place['start'] {
  const before = text.slice(0, offset)
  return {line: before.split('\n').length, column: before.length - before.lastIndexOf('\n')}
}

// Greek, Cyrillic and Armenian have letters that look like ours. A Greek one that does not is a sign (µg, kΩ, ΔT, λmax),
// and so is one at the end of a name in capitals (TNFα).
const otherLetter = /[\u0370-\u058f]/
const lookAlike =
  '[\u0370-\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03b1\u03b3\u03b9\u03bd\u03bf\u03c1\u03c5\u03f0-\u058f]'
const mixedWord = new RegExp(
  `[A-Za-z]\\p{L}*(?!(?<=[A-Z])[αγρν](?!\\p{L}))${lookAlike}|(?!(?<!\\p{L})[αγρν](?=[A-Z]))${lookAlike}\\p{L}*[A-Za-z]`,
  'u',
)
const anyLookAlike = new RegExp(lookAlike)

/** A word that looks as it should and is another: one of its letters belongs to another alphabet. */
function mixedFinding(text: string, path: string, placeAt: PlaceAt): VFileMessage[] {
  if (!otherLetter.test(text)) return []
  const word = mixedWord.exec(text)
  if (!word) return []
  const at = word.index + word[0].search(anyLookAlike)
  const reason = `A word has a letter from another alphabet here (${quote(text[at] ?? '')}), which only looks like ours. Type it again.`
  return [error(reason, {path, ruleId: 'character-script', place: placeAt(at, at + 1)})]
}

function decomposedFinding(text: string, path: string, placeAt: PlaceAt): VFileMessage {
  const composed = text.normalize('NFC')
  let at = 0
  while (text[at] === composed[at]) at++
  // The signs of ohm, kelvin and angstrom have letters that are to be written for them.
  const [sign = '', letter = ''] = [text[at], composed[at]]
  const reason = /[\u2126\u212a\u212b]/.test(sign)
    ? `A sign here (U+${sign.charCodeAt(0).toString(16).toUpperCase()}) is drawn like the letter ${quote(letter)}, and searches do not find it. Put the letter in its place, as it stands in this message.`
    : 'An accented letter here is typed as a letter and a separate accent. Type the accented letter as one character (Unicode NFC).'
  return error(reason, {path, ruleId: 'character-decomposed', place: placeAt(at, at)})
}

function lineFindings(text: string, path: string, markdown: boolean): VFileMessage[] {
  const {most: limit, rule} = markdown ? caps.markdownLineBytes : caps.yamlLineBytes
  if (text.length <= limit) return []
  const index = text.split('\n').findIndex((line) => Buffer.byteLength(line) > limit)
  if (index < 0) return []
  const place = {start: {line: index + 1, column: 1}, end: {line: index + 1, column: 1}}
  return [
    error(`This line is longer than ${limit / 1024} KiB. Break it into several.`, {
      path,
      ruleId: rule,
      place,
    }),
  ]
}
