import type {Run, Token} from './types.ts'

/** A stretch that both sides share, token by token, or one in which they differ. */
export interface Segment<T extends Token> {
  isSame: boolean
  before: T[]
  after: T[]
}

/** What differs at one place, in one segment: a change has no second beside it, and nothing is empty. */
export function joinedSegments<T extends Token>(segments: readonly Segment<T>[]): Segment<T>[] {
  const joined: Segment<T>[] = []
  for (const segment of segments) {
    if (segment.before.length + segment.after.length === 0) continue
    const last = joined.at(-1)
    if (last?.isSame === segment.isSame)
      joined[joined.length - 1] = {
        isSame: last.isSame,
        before: last.before.concat(segment.before),
        after: last.after.concat(segment.after),
      }
    else joined.push(segment)
  }
  return joined
}

/** Runs for whoever reads them: what goes stands before what comes. */
export function runsOf<T extends Token>(segments: readonly Segment<T>[]): Run<T>[] {
  return segments.flatMap(({isSame, before, after}): Run<T>[] => {
    if (isSame) return [{kind: 'same', before, after}]
    const deleted: Run<T>[] = before.length > 0 ? [{kind: 'deleted', before, after: []}] : []
    const inserted: Run<T>[] = after.length > 0 ? [{kind: 'inserted', before: [], after}] : []
    return [...deleted, ...inserted]
  })
}
