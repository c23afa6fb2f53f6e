import {joinedSegments, type Segment} from './segments.ts'
import {isSpace} from './tokens.ts'
import type {Token} from './types.ts'

/** A lone word of at most so many characters does not part two changes: “of”, “les”, “the”. */
const shortWord = 3
/** Nor do so few words part two changes of as many as `manyWords`: what is the same there is so by chance. */
const fewWords = 2
const manyWords = 3

/** Segments as a reader wants them: few changes, whole words, white space outside of them where both sides have it. */
export function tidied<T extends Token>(segments: readonly Segment<T>[]): Segment<T>[] {
  return shifted(withoutEdges(withoutIslands(withoutIslands(segments, isShort), isByChance)))
}

type IsSlight = (between: Segment<Token>, before: Segment<Token>, after: Segment<Token>) => boolean

/** What is too slight to stand alone between two changes becomes a part of them. */
function withoutIslands<T extends Token>(segments: readonly Segment<T>[], isSlight: IsSlight): Segment<T>[] {
  return joinedSegments(
    segments.map((segment, index) => {
      const [before, after] = [segments[index - 1], segments[index + 1]]
      const isIsland = segment.isSame && before && after && isSlight(segment, before, after)
      return isIsland ? {...segment, isSame: false} : segment
    }),
  )
}

function isShort({after}: Segment<Token>): boolean {
  const words = wordsOf(after)
  return words.length === 0 || (words.length === 1 && (words[0]?.text.length ?? 0) <= shortWord)
}

function isByChance({after: words}: Segment<Token>, before: Segment<Token>, after: Segment<Token>): boolean {
  const isLong = (change: Segment<Token>): boolean =>
    wordsOf(change.before).length >= manyWords || wordsOf(change.after).length >= manyWords
  // Between two that only come nothing need go.
  const isMixed =
    before.before.length + after.before.length > 0 && before.after.length + after.after.length > 0
  return wordsOf(words).length <= fewWords && isLong(before) && isLong(after) && isMixed
}

function wordsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({text}) => !isSpace(text))
}

/** What goes and what comes have no edge in common: a word that both end with stays, and so does white space. */
function withoutEdges<T extends Token>(segments: readonly Segment<T>[]): Segment<T>[] {
  return joinedSegments(
    segments.flatMap((segment) => {
      if (segment.isSame) return [segment]
      const [before, after] = [[...segment.before], [...segment.after]]
      const head: Segment<T> = {isSame: true, before: [], after: []}
      const tail: Segment<T> = {isSame: true, before: [], after: []}
      while (areSame(before[0], after[0])) {
        head.before.push(before.shift() as T)
        head.after.push(after.shift() as T)
      }
      while (areSame(before.at(-1), after.at(-1))) {
        tail.before.unshift(before.pop() as T)
        tail.after.unshift(after.pop() as T)
      }
      return [head, {isSame: false, before, after}, tail]
    }),
  )
}

function areSame(one: Token | undefined, other: Token | undefined): boolean {
  return one !== undefined && other !== undefined && one.key === other.key
}

/**
 * Words that only come, or only go, may be cut out at several places: “a [b a] c”. They take the space behind them along
 * where they can, and otherwise the one before, so that no word is cut.
 */
function shifted<T extends Token>(segments: readonly Segment<T>[]): Segment<T>[] {
  const all = segments.map((segment) => ({...segment}))
  for (const [index, segment] of all.entries()) {
    const side =
      segment.isSame || (segment.before.length > 0 && segment.after.length > 0) ? undefined : sideOf(segment)
    const [previous, next] = [all[index - 1], all[index + 1]]
    if (side && !endsWithSpace(segment, side)) shift(segment, side, previous, next)
  }
  return joinedSegments(all)
}

type Side = 'before' | 'after'

function sideOf<T extends Token>({before}: Segment<T>): Side {
  return before.length > 0 ? 'before' : 'after'
}

function endsWithSpace<T extends Token>(segment: Segment<T>, side: Side): boolean {
  const tokens = segment[side]
  return isSpace(tokens.at(-1)?.text ?? '') && !isSpace(tokens[0]?.text ?? '')
}

/** One token on: what the change begins with stays in its place, and the same behind it becomes a part of the change. */
function shift<T extends Token>(
  segment: Segment<T>,
  side: Side,
  previous: Segment<T> | undefined,
  next: Segment<T> | undefined,
): void {
  const [first] = segment[side]
  const behind = next?.after[0]
  if (!first || !behind || !next || !isSpace(first.text) || first.key !== behind.key) return
  const other: Side = side === 'before' ? 'after' : 'before'
  const [nextOwn, nextOther] = [next[side][0], next[other][0]]
  if (!nextOwn || !nextOther || !previous) return
  previous[side] = [...previous[side], first]
  previous[other] = [...previous[other], nextOther]
  segment[side] = [...segment[side].slice(1), nextOwn]
  next[side] = next[side].slice(1)
  next[other] = next[other].slice(1)
}
