import {joinedSegments, type Segment} from './segments.ts'
import {isSpace} from './tokens.ts'
import type {Token} from './types.ts'

/** A lone word of at most so many characters does not part two changes: “of”, “les”, “the”. */
const shortWord = 3

/** Segments as a reader wants them: few changes, whole words, white space outside of them where both sides have it. */
export function tidied<T extends Token>(segments: readonly Segment<T>[]): Segment<T>[] {
  return shifted(withSpacesOutside(withoutIslands(segments)))
}

/** What is too slight to stand alone between two changes becomes a part of them. */
function withoutIslands<T extends Token>(segments: readonly Segment<T>[]): Segment<T>[] {
  return joinedSegments(
    segments.map((segment, index) => {
      const isBetween = index > 0 && index < segments.length - 1
      return segment.isSame && isBetween && isSlight(segment.after) ? {...segment, isSame: false} : segment
    }),
  )
}

function isSlight(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({text}) => !isSpace(text))
  return words.length === 0 || (words.length === 1 && (words[0]?.text.length ?? 0) <= shortWord)
}

/** White space at the edge of what goes and of what comes stays. */
function withSpacesOutside<T extends Token>(segments: readonly Segment<T>[]): Segment<T>[] {
  return joinedSegments(
    segments.flatMap((segment) => {
      if (segment.isSame) return [segment]
      const [before, after] = [[...segment.before], [...segment.after]]
      const head: Segment<T> = {isSame: true, before: [], after: []}
      const tail: Segment<T> = {isSame: true, before: [], after: []}
      while (areSameSpace(before[0], after[0])) {
        head.before.push(before.shift() as T)
        head.after.push(after.shift() as T)
      }
      while (areSameSpace(before.at(-1), after.at(-1))) {
        tail.before.unshift(before.pop() as T)
        tail.after.unshift(after.pop() as T)
      }
      return [head, {isSame: false, before, after}, tail]
    }),
  )
}

function areSameSpace(one: Token | undefined, other: Token | undefined): boolean {
  return one !== undefined && other !== undefined && one.key === other.key && isSpace(one.text)
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
