import {untouchedUnits} from './is-ours.ts'
import {type FileParagraph, paragraphsOf} from './paragraphs.ts'
import type {WordFile} from './word-file.ts'

/** What somebody did to a paragraph. */
export interface Change {
  kind: 'changed' | 'new' | 'gone'
  /** Id of the unit; of a new paragraph that of the one before it, where there is one. */
  unit: string | undefined
  /** Its words, in the sources or, where it is new, in the edited file. */
  words: string
  /** The words that differ, in the sources and in the edited file; undefined where it is not known what they were. */
  before?: string
  after?: string
}

/**
 * The paragraphs of an edited file whose words are not what the sources say; in the order of the file, and then those
 * that are gone. A paragraph that nobody touched since it was built is none of them, whatever the sources say by now.
 *
 * @param due  what the sources give; undefined where they give this file no more
 */
export function changesBetween(edited: WordFile, due: WordFile | undefined): Change[] {
  const paragraphs = paragraphsOf(edited.pkg)
  const untouched = untouchedUnits(edited)
  const units = new Map(
    [...(edited.anchors ?? []), ...(due?.anchors ?? [])].map((one) => [one.bookmark, one.unit]),
  )
  const unitOf = ({bookmark}: FileParagraph): string | undefined => units.get(bookmark ?? '')
  if (!due)
    return paragraphs
      .filter(({bookmark}) => bookmark !== undefined && units.has(bookmark) && !untouched.has(bookmark))
      .map((own) => ({kind: 'changed', unit: unitOf(own), words: own.words}))
  const dueParagraphs = paragraphsOf(due.pkg)
  const wordsDue = new Map(dueParagraphs.map(({bookmark, words}) => [bookmark, words]))
  const there = new Set(paragraphs.map(({bookmark}) => bookmark))
  const missing = dueParagraphs.filter(({bookmark}) => bookmark !== undefined && !there.has(bookmark))
  // Of the cover, or cut out and put in elsewhere, which leaves the name behind.
  const unnamed = new Bag(
    [...dueParagraphs.filter(({bookmark}) => !bookmark), ...missing].map(({words}) => words),
  )
  const changes: Change[] = []
  let last: string | undefined
  for (const own of paragraphs) {
    const before = own.bookmark === undefined ? undefined : wordsDue.get(own.bookmark)
    if (before === undefined) {
      const isKnown = own.bookmark !== undefined && untouched.has(own.bookmark)
      if (!unnamed.take(own.words) && !isKnown) changes.push({kind: 'new', unit: last, words: own.words})
    } else if (before !== own.words && !untouched.has(own.bookmark ?? ''))
      changes.push({kind: 'changed', unit: unitOf(own), words: before, ...differing(before, own.words)})
    last = unitOf(own) ?? last
  }
  const isNamed = ({bookmark}: FileParagraph): boolean => bookmark !== undefined && wordsDue.has(bookmark)
  const words = new Bag(paragraphs.filter((own) => !isNamed(own)).map((own) => own.words))
  const built = new Set(edited.anchors?.map(({bookmark}) => bookmark))
  // What came into the sources later was never in the file.
  for (const own of missing)
    if (!words.take(own.words) && (built.size === 0 || built.has(own.bookmark ?? '')))
      changes.push({kind: 'gone', unit: unitOf(own), words: own.words})
  return changes
}

/** Things that may be there several times, and are taken out one by one. */
class Bag {
  readonly #left = new Map<string, number>()

  constructor(things: readonly string[]) {
    for (const thing of things) this.#left.set(thing, (this.#left.get(thing) ?? 0) + 1)
  }

  /** Whether it was still there. */
  take(thing: string): boolean {
    const left = this.#left.get(thing) ?? 0
    if (left > 0) this.#left.set(thing, left - 1)
    return left > 0
  }
}

/** The whole words by which two texts differ, from the first to the last that does. */
function differing(before: string, after: string): {before: string; after: string} {
  const [old, now] = [before.split(' '), after.split(' ')]
  const shorter = Math.min(old.length, now.length)
  let start = 0
  while (start < shorter && old[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return {
    before: old.slice(start, old.length - end).join(' '),
    after: now.slice(start, now.length - end).join(' '),
  }
}
