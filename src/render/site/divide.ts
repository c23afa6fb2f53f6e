/** How much one page holds; what is more is divided. */
export interface Room {
  /** Documents with all their files: more are no list that somebody reads. */
  documents: number
  /** Decisions with all their words. */
  decisions: number
  /** Characters of words for the search: more take a browser more than a moment at a time. */
  characters: number
}

/** At 3,000 bodies of 2,500 words no page or file has more than a megabyte. */
export const pageRoom: Room = {documents: 300, decisions: 200, characters: 1_000_000}

/** Some of what a page lists, in its order. */
export interface PagePart<T> {
  /** What they have in common, such as the id of their meeting. */
  key: string
  /** From 1 within the key. */
  number: number
  items: T[]
}

/**
 * Divides what is too much for one page, so that what changes in an item changes parts of its own key only: nothing of
 * one key stands in a part of another, and within a key a part is begun when the last one is full.
 *
 * @param items  in any order; within a key they stay in theirs
 * @param most  how much a part holds; one item that is more than that is a part of its own
 */
export function divide<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  sizeOf: (item: T) => number,
  most: number,
): PagePart<T>[] {
  const byKey = new Map<string, {parts: PagePart<T>[]; size: number}>()
  for (const item of items) {
    const key = keyOf(item)
    const own = byKey.get(key) ?? {parts: [], size: 0}
    byKey.set(key, own)
    const size = sizeOf(item)
    const last = own.parts.at(-1)
    if (last && own.size + size <= most) {
      last.items.push(item)
      own.size += size
    } else {
      own.parts.push({key, number: own.parts.length + 1, items: [item]})
      own.size = size
    }
  }
  return [...byKey.values()].flatMap(({parts}) => parts)
}
