import type {Translation} from '../resolve/index.ts'
import {digestOf} from '../translation/index.ts'
import {alignedTo} from './aligned.ts'
import {segmentOf} from './segment.ts'
import type {Segment} from './types.ts'

/** Words in two languages, for a memory of translations. */
export interface SegmentPair {
  folder: string
  key: string
  source: Segment
  target: Segment
}

/** Units whose translation is confirmed as both stand now. */
export function confirmedPairs(translations: readonly Translation[]): SegmentPair[] {
  return translations.flatMap((translation) =>
    translation.pairs().flatMap((pair) => {
      if (pair.verdict !== 'current' || !pair.translation) return []
      return [pairOf(translation.folder, pair.key, pair.original.source, pair.translation.source)]
    }),
  )
}

/** Stale units as they were confirmed: the original then, and its translation. */
export function earlierPairs(translations: readonly Translation[]): SegmentPair[] {
  return translations.flatMap((translation) =>
    translation.pairs().flatMap(({key, verdict, translation: own, entry}) => {
      if (verdict !== 'stale' || !own || entry?.translation !== digestOf(own.source)) return []
      return [pairOf(translation.folder, key, entry.source, own.source)]
    }),
  )
}

/** Units with a translation that nobody has confirmed, of an original that is the same. */
export function unconfirmedPairs(translations: readonly Translation[]): SegmentPair[] {
  return translations.flatMap((translation) =>
    translation.pairs().flatMap((pair) => {
      if (pair.verdict !== 'unconfirmed' || !pair.translation) return []
      return [pairOf(translation.folder, pair.key, pair.original.source, pair.translation.source)]
    }),
  )
}

function pairOf(folder: string, key: string, original: string, translation: string): SegmentPair {
  const source = segmentOf(original)
  return {folder, key, source, target: alignedTo(translation, source)}
}
