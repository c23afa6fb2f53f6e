import {caps} from '../../load/index.ts'
import {plainLetters} from './accepted-text.ts'

/** Words that share at least so much with those of a source are taken for a quotation of it. */
const alike = 0.8
/** Shorter texts share their words by chance. */
const fewestWords = 6

/** Words that were left out of a quotation. */
const leftOut = '…'
/** What the build prints at a directive of a source, a word each time it stands; it may be nothing. */
const printed = '*'
/** A part of a label that may be typed before a paragraph: “5”, “c”, “iv”, “Rev”. */
const label = '#'

/** Stands for words that are still a hint; no text has it. */
const unwritten = '?'

const labelPart = /^(?:\d+|[a-z]|[ivx]+|rev|[a-z]+\d+|bis|ter)$/
/** Words that a directive prints: at most, in the name of a meeting; mostly, in “14th meeting” or a day. */
const mostPrinted = Array.from<string>({length: 12}).fill(printed)
const oftenPrinted = 3
/** Parts of a label: “15.57 (Rev. CoP16) a)” has five. */
const mostLabels = Array.from<string>({length: 5}).fill(label)

/** What an author typed as a quotation: its words, and `…` where some were left out. */
export function quotedWords(text: string): string[] {
  return wordsIn(text, /…|\.{3,}|[\p{L}\p{N}]+/gu)
}

/**
 * Words of a source, such as those of decisions.yaml, with room for what the build prints at directives and for labels
 * that an author may type.
 *
 * @param texts  of one paragraph, or of several that stand under each other
 */
export function sourceWords(texts: readonly string[]): string[] {
  if (texts.some((text) => text.includes(':hint['))) return [unwritten]
  return texts.flatMap((text) => [
    ...mostLabels,
    ...text
      .replace(/\[\^[^\]]*\]/g, '')
      .replace(/:(?:sup|sub|ins)\[(.*?)\]/g, '$1')
      .split(/:[a-z-]+\[[^\]]*\](?:\{[^}]*\})?/)
      .flatMap((piece, index) => [...(index > 0 ? mostPrinted : []), ...wordsIn(piece, /[\p{L}\p{N}]+/gu)]),
  ])
}

function wordsIn(text: string, pattern: RegExp): string[] {
  const words = plainLetters(text).toLowerCase().match(pattern) ?? []
  return words.map((word) => (word.startsWith('.') ? leftOut : word))
}

/** How much was compared: words, each as often as it was looked at beside another. It grows as words times words do. */
export interface Effort {
  words: number
}

/** Whether it is more than may be: nothing is compared any more, and what was said last is not to be believed. */
export function isTooMuch({words}: Effort): boolean {
  return words > caps.comparedWords.most
}

const isOptional = (word: string | undefined): boolean => word === printed || word === label

function isMet(expected: string | undefined, word: string): boolean {
  return expected === printed || (expected === label ? labelPart.test(word) : expected === word)
}

/**
 * Whether a quotation has the words of a source in their order, all of them but where `…` stands.
 *
 * @param quoted  from quotedWords
 * @param source  from sourceWords
 * @param effort  is added to
 */
export function agrees(quoted: readonly string[], source: readonly string[], effort: Effort): boolean {
  let reached = withOptional([0], source)
  for (const word of quoted) {
    effort.words += reached.size
    if (isTooMuch(effort)) return false
    if (reached.size === 0) return false
    const places =
      word === leftOut
        ? fromFirst(reached, source.length)
        : [...reached].flatMap((at) => (isMet(source[at], word) ? at + 1 : []))
    reached = withOptional(places, source)
  }
  return reached.has(source.length)
}

function fromFirst(reached: ReadonlySet<number>, end: number): number[] {
  const first = [...reached].reduce((least, at) => Math.min(least, at), end)
  return Array.from({length: end - first + 1}, (_, index) => first + index)
}

/** Places of a source, and those behind what may be absent there. */
function withOptional(places: readonly number[], source: readonly string[]): Set<number> {
  const reached = new Set<number>()
  for (const place of places)
    for (let at = place; !reached.has(at); at++) {
      reached.add(at)
      if (!isOptional(source[at])) break
    }
  return reached
}

/**
 * Whether a quotation has nearly the words of a source: four fifths of both, or, where words were left out, four fifths
 * of each piece that is long enough to tell.
 *
 * @param effort  is added to
 */
export function isNear(quoted: readonly string[], source: readonly string[], effort: Effort): boolean {
  effort.words += source.length
  if (isTooMuch(effort)) return false
  const words = source.filter((word) => !isOptional(word))
  const directives = source.filter((word) => word === printed).length / mostPrinted.length
  const unknown = directives * oftenPrinted
  const pieces = piecesOf(quoted)
  if (pieces.length === 1 && quoted.length === pieces[0]?.length)
    return Math.min(quoted.length, words.length) >= fewestWords && shared(quoted, words, unknown) >= alike
  const long = pieces.filter(({length}) => length >= fewestWords)
  const told = long.reduce((sum, {length}) => sum + length, 0)
  return told >= 2 * fewestWords && long.every((piece) => isNearSome(piece, {words, unknown}, effort))
}

function piecesOf(quoted: readonly string[]): string[][] {
  const pieces: string[][] = [[]]
  for (const word of quoted)
    if (word === leftOut) pieces.push([])
    else pieces.at(-1)?.push(word)
  return pieces.filter(({length}) => length > 0)
}

/** Whether a piece is near as many words of a source, anywhere in it, or near fewer and what a directive prints there. */
function isNearSome(
  piece: readonly string[],
  {words, unknown}: {words: readonly string[]; unknown: number},
  effort: Effort,
): boolean {
  const lengths = unknown === 0 ? [piece.length] : [piece.length, Math.max(1, piece.length - unknown)]
  return lengths.some((length) => {
    effort.words += words.length
    if (isTooMuch(effort)) return false
    const most = Math.min(length, words.length)
    return most > 0 && mostCommon(piece, words, most) / Math.max(piece.length - unknown, most) >= alike
  })
}

/**
 * How many words of a piece stand in as many words of a text as are wanted, as often and in any order, where most do.
 *
 * @param length  how many words of the text stand beside one another
 */
function mostCommon(piece: readonly string[], words: readonly string[], length: number): number {
  const lacking = new Map<string, number>()
  for (const word of piece) lacking.set(word, (lacking.get(word) ?? 0) + 1)
  let [common, most] = [0, 0]
  for (const [at, word] of words.entries()) {
    const left = lacking.get(word)
    if (left !== undefined) {
      if (left > 0) common++
      lacking.set(word, left - 1)
    }
    const gone = at < length ? undefined : words[at - length]
    const back = gone === undefined ? undefined : lacking.get(gone)
    if (gone !== undefined && back !== undefined) {
      if (back >= 0) common--
      lacking.set(gone, back + 1)
    }
    most = Math.max(most, common)
  }
  return most
}

/**
 * How much of the longer of two texts the other has as well, as often and in any order: 0 to 1.
 *
 * @param unknown  how many words of the first a directive of the other may have printed
 */
function shared(some: readonly string[], others: readonly string[], unknown: number): number {
  if (Math.min(some.length, others.length + unknown) < alike * Math.max(some.length - unknown, others.length))
    return 0
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of some) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    common++
    left.set(word, count - 1)
  }
  const strange = some.length - Math.min(unknown, some.length - common)
  return common / Math.max(strange, others.length)
}
