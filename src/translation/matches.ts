import {tokensIn} from '../difference/index.ts'
import {addAll} from '../message/index.ts'
import {digestOf} from './digest.ts'
import type {UnitPair} from './types.ts'

/** How near the best of a memory is to a unit: its own earlier words, the same words, shares of them, or nothing. */
export const bands = ['same-unit', 'exact', '85-99', '65-84', 'none'] as const

/** One of `bands`. */
export type Band = (typeof bands)[number]

/** Words that were confirmed together once, in two languages. */
export interface MemoryEntry {
  /** Folder and key of the unit that they are of. */
  folder: string
  key: string
  /** Of the original as they were confirmed, and their translation. */
  source: string
  target: string
}

/** Words of a folder in a language, which a memory is made of. */
export interface Remembered {
  folder: string
  pairs(): readonly UnitPair[]
}

/** What was confirmed of a language, with the words of each counted once for many comparisons. */
export interface Memory {
  /** By the number of their words. */
  byLength: ReadonlyMap<number, readonly Counted[]>
  /** Those of which the source is the same, by its digest. */
  byDigest: ReadonlyMap<string, MemoryEntry>
  /** By folder and key of the unit. */
  byUnit: ReadonlyMap<string, MemoryEntry>
  /** Numbers of words: those of units that are looked up come to them. */
  words: Map<string, number>
}

/** What a memory has for a unit. */
export interface Match {
  band: Exclude<Band, 'none'>
  /** Share of the words that are the same, in whole per cent; 100 only of the same source. */
  percent: number
  entry: MemoryEntry
}

interface Counted {
  entry: MemoryEntry
  words: Int32Array
}

/** Below this nobody would begin with it. */
const least = 65
/** A unit of more words is compared with nothing but itself. */
const mostWords = 1_000

/**
 * The memory of what was confirmed between two languages: of each unit the original as a ledger has it, and the
 * translation, where it still is the one that was confirmed.
 *
 * @param translations  into one language
 */
export function memoryOf(translations: Iterable<Remembered>): Memory {
  const entries: MemoryEntry[] = []
  for (const translation of translations)
    addAll(
      entries,
      translation.pairs().flatMap((pair) => entryOf(translation.folder, pair) ?? []),
    )
  const words = new Map<string, number>()
  const byLength = new Map<number, Counted[]>()
  for (const entry of entries) {
    const counted = {entry, words: numbersOf(entry.source, words)}
    const same = byLength.get(counted.words.length)
    if (same) same.push(counted)
    else byLength.set(counted.words.length, [counted])
  }
  const byDigest = new Map([...entries].reverse().map((entry) => [digestOf(entry.source), entry]))
  const byUnit = new Map(entries.map((entry) => [unitName(entry), entry]))
  return {byLength, byDigest, byUnit, words}
}

/**
 * The memories of all translations, each between two languages and made when it is first asked for.
 *
 * @param all  gives the translations of every folder and language; called once for each memory
 */
export function memories(all: () => Iterable<Remembered & Between>): (between: Between) => Memory {
  const made = new Map<string, Memory>()
  return (between) => {
    const name = `${between.original} ${between.language}`
    const memory = made.get(name) ?? memoryOf(only(all(), between))
    made.set(name, memory)
    return memory
  }
}

/** Codes of two languages. */
interface Between {
  original: string
  language: string
}

function* only(all: Iterable<Remembered & Between>, between: Between): Iterable<Remembered> {
  for (const one of all) if (one.original === between.original && one.language === between.language) yield one
}

function unitName({folder, key}: {folder: string; key: string}): string {
  return `${folder}/${key}`
}

function entryOf(folder: string, {key, translation, entry}: UnitPair): MemoryEntry | undefined {
  if (!translation || entry?.translation !== digestOf(translation.source)) return undefined
  return {folder, key, source: entry.source, target: translation.source}
}

/** Whether other words of a unit were confirmed, and their translation still stands: nothing else is as near to it. */
export function hasEarlierWords(pair: UnitPair): boolean {
  const own = entryOf('', pair)
  return own !== undefined && own.source !== pair.original.source
}

/**
 * The best that a memory has for a unit of an original: what was confirmed of the unit itself, the same words elsewhere,
 * or the words that are nearest, counted as edits of words (Levenshtein).
 *
 * @returns undefined where less than 65 per cent of the words are the same
 */
export function bestMatch(
  unit: {folder: string; key: string; source: string},
  memory: Memory,
): Match | undefined {
  const {source} = unit
  const words = numbersOf(source, memory.words)
  const own = memory.byUnit.get(unitName(unit))
  const exact = memory.byDigest.get(digestOf(source))
  if (own && exact !== own) return {band: 'same-unit', percent: shareOf(words, own, memory), entry: own}
  if (exact) return {band: 'exact', percent: 100, entry: exact}
  const near = nearestOf(words, memory)
  return near && {...near, band: near.percent >= 85 ? '85-99' : '65-84'}
}

/** The band of a unit that is to be translated. */
export function bandOf(match: Match | undefined): Band {
  return match?.band ?? 'none'
}

function shareOf(words: Int32Array, {source}: MemoryEntry, memory: Memory): number {
  const others = numbersOf(source, memory.words)
  const longer = Math.max(words.length, others.length)
  if (longer > mostWords) return 0
  const distance = distanceOf(words, others, longer)
  return percentOf(distance, longer)
}

function nearestOf(words: Int32Array, {byLength}: Memory): {percent: number; entry: MemoryEntry} | undefined {
  const {length} = words
  if (length === 0 || length > mostWords) return undefined
  let best: {percent: number; entry: MemoryEntry} | undefined
  // The nearest lengths first, since they can be the nearest words.
  for (let apart = 0; ; apart++) {
    const lengths = apart === 0 ? [length] : [length - apart, length + apart]
    const wanted = Math.max(least, (best?.percent ?? 0) + 1)
    const possible = lengths.filter((other) => percentOf(apart, Math.max(length, other)) >= wanted)
    if (possible.length === 0) return best
    for (const counted of possible.flatMap((other) => byLength.get(other) ?? [])) {
      const longer = Math.max(length, counted.words.length)
      const most = Math.floor(((100 - Math.max(least, (best?.percent ?? 0) + 1)) * longer) / 100)
      const distance = distanceOf(words, counted.words, most)
      if (distance <= most) best = {percent: percentOf(distance, longer), entry: counted.entry}
    }
  }
}

/** The same words are not the same source: punctuation and marks are not among them. */
function percentOf(distance: number, longer: number): number {
  return Math.min(99, Math.floor((100 * (longer - distance)) / Math.max(1, longer)))
}

/** Words of a text and its numbers, each by a number of its own. */
function numbersOf(text: string, known: Map<string, number>): Int32Array {
  const words = tokensIn(text.toLowerCase()).filter((token) => /^[\p{L}\p{N}]/u.test(token))
  return Int32Array.from(words, (word) => {
    const number = known.get(word) ?? known.size
    known.set(word, number)
    return number
  })
}

/** Words to put in, take out or replace; some number greater than `most` where it takes more than that. */
function distanceOf(one: Int32Array, other: Int32Array, most: number): number {
  let before = Int32Array.from({length: other.length + 1}, (_, index) => index)
  let row = new Int32Array(other.length + 1)
  for (let at = 1; at <= one.length; at++) {
    row[0] = at
    let least = at
    for (let to = 1; to <= other.length; to++) {
      const replaced = (before[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      const cost = Math.min(replaced, (before[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1)
      row[to] = cost
      if (cost < least) least = cost
    }
    if (least > most) return least
    ;[before, row] = [row, before]
  }
  return before[other.length] ?? 0
}
