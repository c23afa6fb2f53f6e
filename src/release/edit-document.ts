import {isDeepStrictEqual} from 'node:util'
import {isMap, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLMap} from 'yaml'
import type {Posting} from '../resolve/index.ts'

/** An edit of a text: what stands from one offset to the other is replaced. */
interface Edit {
  from: number
  to: number
  text: string
}

/**
 * A document.yaml with another number and revision, every other byte as it was. YAML may be written in many ways: what
 * comes out is read again, and holds what it should or is not given back.
 *
 * @param text  of the file; one without a `symbol`, or that is not YAML, comes back as it is
 * @param revision  left as it is where undefined
 * @returns undefined where no place for them was found
 */
export function withSymbol(text: string, number: string, revision: number | undefined): string | undefined {
  if (text.startsWith(mark)) return marked(withSymbol(text.slice(1), number, revision))
  const before = dataOf(text)
  const symbol = before?.symbol as Record<string, unknown> | undefined
  if (!before || typeof symbol !== 'object' || symbol === null) return text
  const wanted = {
    ...symbol,
    ...('number' in symbol ? {number} : {}),
    ...(revision !== undefined && 'revision' in symbol ? {revision} : {}),
  }
  const document = parseDocument(text)
  const edits = Object.entries(wanted).flatMap(([key, value]) =>
    value === symbol[key]
      ? []
      : valueEdits(document.getIn(['symbol', key], true), document, text, key, value),
  )
  const edited = edits
    .sort((a, b) => b.from - a.from)
    .reduce((all, edit) => all.slice(0, edit.from) + edit.text + all.slice(edit.to), text)
  return isDeepStrictEqual(dataOf(edited), {...before, symbol: wanted}) ? edited : undefined
}

// A byte order mark is no part of the YAML: behind it a first line that is set in would stand a column further.
const mark = '\ufeff'
const marked = (text: string | undefined): string | undefined => text && mark + text

/** A value in the place of one that is a scalar, or of none: a key may end with its colon, or stand alone in braces. */
function valueEdits(
  node: unknown,
  document: ReturnType<typeof parseDocument>,
  text: string,
  key: string,
  value: unknown,
): Edit[] {
  const printed = JSON.stringify(value)
  const range = isNode(node) ? node.range : undefined
  const written = range ? text.slice(range[0], range[1]) : ''
  // A text on lines of its own ends with the end of its last line, which stays.
  const end = range ? range[1] - (/\r?\n$/.exec(written)?.[0].length ?? 0) : 0
  if (range && end > range[0]) return [{from: range[0], to: end, text: printed}]
  const symbol = document.get('symbol', true)
  const pair = isMap(symbol) && symbol.items.find((item) => isScalar(item.key) && item.key.value === key)
  const at = pair && isNode(pair.key) ? pair.key.range?.[1] : undefined
  if (at === undefined) return []
  const colon = /^[ \t]*:/.exec(text.slice(at))?.[0].length
  return [{from: at + (colon ?? 0), to: at + (colon ?? 0), text: `${colon ? '' : ':'} ${printed}`}]
}

/**
 * A document.yaml with one posting more, after those that are there, every other byte as it was.
 *
 * @param text  of a file that was found valid
 * @returns undefined where no place for it was found: the line is then to be written by hand
 */
export function withPosting(text: string, posting: Posting): string | undefined {
  if (text.startsWith(mark)) return marked(withPosting(text.slice(1), posting))
  const before = dataOf(text)
  if (!before) return undefined
  const entry = postingEntry(posting)
  const earlier = Array.isArray(before.posted) ? before.posted : []
  const wanted = {...before, posted: [...earlier, posting]}
  return insertions(text, entry)
    .map(({from, to, text: inserted}) => text.slice(0, from) + inserted + text.slice(to))
    .find((edited) => isDeepStrictEqual(dataOf(edited), wanted))
}

/** A posting as it is written on one line. */
export function postingEntry({revision, date, words = {}}: Posting): string {
  const digests = Object.entries(words).map(([code, digest]) => `${code}: ${JSON.stringify(digest)}`)
  return `{revision: ${revision}, date: ${JSON.stringify(date)}, words: {${digests.join(', ')}}}`
}

/** What a text says; undefined where it is no block of keys. */
function dataOf(text: string): Record<string, unknown> | undefined {
  const document = parseDocument(text, {logLevel: 'error'})
  if (document.errors.length > 0) return undefined
  const data: unknown = document.toJS()
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined
}

/** Where the entry may be put in, the places that a reader would choose first; which of them is right, reading tells. */
function insertions(text: string, entry: string): Edit[] {
  const top = parseDocument(text).contents
  if (!isMap(top)) return []
  const pair = top.items.find(({key}) => isScalar(key) && key.value === 'posted')
  if (!pair) return top.flow ? inBraces(text, top, `posted: [${entry}]`) : underKeys(text, top, entry)
  const {key, value} = pair
  if (isSeq(value) && value.items.length > 0)
    return value.flow ? inBrackets(value, entry) : underItems(text, value, entry)
  // An empty list, or nothing behind the colon.
  const edits =
    isNode(value) && value.range && value.range[1] > value.range[0]
      ? [replaced(value.range, `[${entry}]`)]
      : []
  const end = isNode(key) ? key.range?.[1] : undefined
  const colon = end === undefined ? -1 : text.indexOf(':', end) + 1
  return colon > 0 ? [...edits, inserted(colon, ` [${entry}]`)] : edits
}

const inserted = (at: number, text: string): Edit => ({from: at, to: at, text})
const replaced = ([from, to]: readonly number[], text: string): Edit => ({from: from ?? 0, to: to ?? 0, text})

/** As the last key in braces: behind the last value or key, with or without its comma. */
function inBraces(text: string, top: YAMLMap, key: string): Edit[] {
  const last = top.items.at(-1)
  const end = top.range ? top.range[1] - 1 : text.length
  const places = [last?.value, last?.key].flatMap((node) =>
    isNode(node) && node.range ? [node.range[1]] : [],
  )
  return [...places.map((at) => inserted(at, `, ${key}`)), inserted(end, `, ${key}`), inserted(end, key)]
}

function inBrackets(list: Node & {items: unknown[]}, entry: string): Edit[] {
  const last = list.items.at(-1)
  return isNode(last) && last.range ? [inserted(last.range[1], `, ${entry}`)] : []
}

/** As the last item of a list on lines of its own, indented like the others. */
function underItems(text: string, list: Node & {items: unknown[]}, entry: string): Edit[] {
  const last = list.items.at(-1)
  if (!list.range || !isNode(last) || !last.range) return []
  const item = `${indentationAt(text, list.range[0])}- ${entry}`
  return [last.range[1], list.range[1]].map((at) => newLine(text, at, item))
}

/** As the last key, indented like the others, before what ends the document; above them all where that cannot be. */
function underKeys(text: string, top: YAMLMap, entry: string): Edit[] {
  const [first] = top.range ?? [0]
  const indentation = indentationAt(text, first)
  const lines = `${indentation}posted:${newlineOf(text)}${indentation}  - ${entry}`
  const ends = /^\.\.\.(?:[ \t].*)?\r?$/gm
  ends.lastIndex = first
  const end = ends.exec(text)?.index ?? text.length
  return [
    newLine(text, end, lines),
    newLine(text, top.range?.[1] ?? end, lines),
    inserted(first - indentation.length, `${lines}${newlineOf(text)}`),
  ]
}

/** What stands on the line before an offset, as spaces: a mark of the start may stand there. */
function indentationAt(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return ' '.repeat(before.length)
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** Whole lines behind the line which holds an offset. */
function newLine(text: string, offset: number, lines: string): Edit {
  const newline = newlineOf(text)
  const isLineStart = offset === 0 || text[offset - 1] === '\n'
  const end = isLineStart ? offset - 1 : text.indexOf('\n', offset)
  const at = end < 0 ? text.length : end + 1
  const isOpen = at > 0 && text[at - 1] !== '\n'
  return inserted(at, `${isOpen ? newline : ''}${lines}${newline}`)
}
