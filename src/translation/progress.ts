import type {Nodes} from 'mdast'
import {tokensIn} from '../difference/index.ts'
import {
  type Band,
  bandOf,
  bands,
  bestMatch,
  hasEarlierWords,
  type Memory,
  type Remembered,
} from './matches.ts'
import type {TranslationUnit, UnitPair, Verdict} from './types.ts'

/** How far a translation is: units by what is known of them, and the words that are still to be translated. */
export interface Progress {
  units: number
  /** How many units have each verdict. */
  verdicts: Record<Verdict, number>
  /** Of the stale ones those of which no word changed. */
  small: number
  /** Units that are missing or stale, and their words in the original, by what a memory has for them. */
  toDo: Record<Band, {units: number; words: number}>
}

/** What is known of the units of a folder in a language before a memory is asked. */
export interface CountedUnits extends Pick<Progress, 'units' | 'verdicts' | 'small'> {
  /** Units that are missing or stale, with their words in the original. */
  toDo: readonly {
    key: string
    source: string
    words: number
    /** Whether the best of any memory are its own earlier words. */
    isOwn: boolean
  }[]
}

/** Counts the units of a folder in a language. */
export function countUnits(translation: Remembered): CountedUnits {
  const pairs = translation.pairs()
  const count = (wanted: Verdict): number => pairs.filter(({verdict}) => verdict === wanted).length
  const toDo = pairs.filter(({verdict}) => verdict === 'missing' || verdict === 'stale')
  return {
    units: pairs.length,
    verdicts: {
      missing: count('missing'),
      stale: count('stale'),
      unconfirmed: count('unconfirmed'),
      current: count('current'),
    },
    small: pairs.filter(({isSmall}) => isSmall).length,
    toDo: toDo.map((pair) => {
      const {key, original} = pair
      return {key, source: original.source, words: wordsIn(original), isOwn: hasEarlierWords(pair)}
    }),
  }
}

/**
 * How far a folder is in a language. A word is a stretch of letters and digits that a translator sees: what a directive
 * prints is none.
 *
 * @param memory  what was confirmed between the two languages; it is asked for only where something is to be done
 */
export function progressFrom(
  folder: string,
  {units, verdicts, small, toDo}: CountedUnits,
  memory: () => Memory,
): Progress {
  const byBand = Object.fromEntries(bands.map((band) => [band, {units: 0, words: 0}])) as Progress['toDo']
  for (const {key, source, words, isOwn} of toDo) {
    const band = isOwn ? 'same-unit' : bandOf(bestMatch({folder, key, source}, memory()))
    byBand[band].units += 1
    byBand[band].words += words
  }
  return {units, verdicts, small, toDo: byBand}
}

/** As `progressFrom`, of a translation whose units are at hand. */
export function progressOf(translation: Remembered, memory: () => Memory): Progress {
  return progressFrom(translation.folder, countUnits(translation), memory)
}

/** What a memory has for a unit that is to be translated. */
export function bandOfPair(folder: string, {key, original}: UnitPair, memory: Memory): Band {
  return bandOf(bestMatch({folder, key, source: original.source}, memory))
}

/** The words of a unit that a translator sees. */
export function wordsIn({nodes}: TranslationUnit): number {
  return tokensIn(textOf(nodes)).filter((token) => /^[\p{L}\p{N}]/u.test(token)).length
}

/** Directives whose words are the author's own. */
const transparent: ReadonlySet<string> = new Set(['sup', 'sub', 'ins', 'del', 'lang', 'undecided', 'hint'])

function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'textDirective' && !transparent.has(node.name)) return ' '
      return 'children' in node ? textOf(node.children as Nodes[]) : ' '
    })
    .join('')
}
