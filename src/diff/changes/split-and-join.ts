import type {Passage, Piece} from '../passages/types.ts'
import {runsOf} from './runs.ts'
import {isSpaceOnly} from './spaces.ts'

/** So much of the words of a piece must come from the paragraph that was split. */
const mostlyFrom = 0.6
/** So many paragraphs beside one are looked at on each side. */
const mostBeside = 8

/** What parts two paragraphs where they are shown as one. */
const border: Piece = {text: ' ¶ ', key: '\u0000paragraph', marks: []}

/** Paragraphs that are another one's parts, in their order, itself among them. */
export interface Parted {
  indices: number[]
  /** Their words in a row. */
  pieces: Piece[]
}

/**
 * Whether a paragraph was split: paragraphs that are new right before or behind what is left of it, most of whose words
 * were its own.
 *
 * @param whole  the words of the paragraph as it was
 * @param passages  of the other side; with the sides exchanged the same finds what was joined
 * @param at  index of what is left of it
 * @param isFree  whether a passage is on that side only
 */
export function partsOf(
  whole: readonly Piece[],
  passages: readonly Passage[],
  at: number,
  isFree: (index: number) => boolean,
): Parted | undefined {
  const words = new Set(whole.map(({text}) => text))
  const isLikely = (index: number): boolean =>
    isFree(index) && comesFrom(passages[index]?.pieces ?? [], words)
  const [first, last] = [reach(passages, at, -1, isLikely), reach(passages, at, 1, isLikely)]
  if (first === last) return undefined
  const indices = Array.from({length: last - first + 1}, (_, index) => first + index)
  const kept = sharesOf(whole, passages, indices)
  const isPart = (index: number): boolean => index === at || (kept.get(index) ?? 0) >= mostlyFrom
  const [own, end] = [grown(at, -1, first, isPart), grown(at, 1, last, isPart)]
  if (own === end) return undefined
  const parts = indices.filter((index) => index >= own && index <= end)
  return {indices: parts, pieces: inARow(passages, parts)}
}

/** Whether most words are among others, in whatever order: what is not need not be compared. */
function comesFrom(pieces: readonly Piece[], words: ReadonlySet<string>): boolean {
  const own = pieces.filter(({text}) => !isSpaceOnly(text))
  return own.filter(({text}) => words.has(text)).length >= mostlyFrom * own.length
}

/** As far as which passages beside one are free. */
function reach(
  passages: readonly Passage[],
  at: number,
  step: 1 | -1,
  isFree: (index: number) => boolean,
): number {
  let end = at
  for (let count = 0; count < mostBeside; count++) {
    const next = passages[end + step]
    if (!next || next.part !== passages[at]?.part || !isFree(end + step) || next.kind === 'cell') break
    end += step
  }
  return end
}

function grown(at: number, step: 1 | -1, end: number, isPart: (index: number) => boolean): number {
  let own = at
  while (own !== end && isPart(own + step)) own += step
  return own
}

function inARow(passages: readonly Passage[], indices: readonly number[]): Piece[] {
  return indices.flatMap((index, place) => [
    ...(place > 0 ? [border] : []),
    ...(passages[index]?.pieces ?? []),
  ])
}

/** How much of each passage comes from the whole, by its index: a share of its words. */
function sharesOf(
  whole: readonly Piece[],
  passages: readonly Passage[],
  indices: readonly number[],
): Map<number, number> {
  const owned = indices.flatMap((index) =>
    (passages[index]?.pieces ?? []).map((piece) => ({...piece, index})),
  )
  const kept = new Map<number, number>()
  const all = new Map<number, number>()
  const count = (counts: Map<number, number>, pieces: readonly (Piece & {index?: number})[]): void => {
    for (const {text, index = -1} of pieces)
      if (!isSpaceOnly(text)) counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  count(all, owned)
  for (const {kind, after} of runsOf(whole, owned)) if (kind === 'same') count(kept, after)
  return new Map(indices.map((index) => [index, (kept.get(index) ?? 0) / Math.max(1, all.get(index) ?? 0)]))
}
