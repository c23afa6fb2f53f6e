import type {Translation} from '../resolve/index.ts'
import {bestMatch, type Memory, type UnitPair} from '../translation/index.ts'
import {alignedTo} from './aligned.ts'
import {segmentOf} from './segment.ts'
import type {ExportedFolder, ExportedMatch, ExportedUnit} from './types.ts'

/** Which units go out. */
export interface ExportWish {
  /** Whether those that are confirmed as they stand go out, too. */
  all: boolean
  memory: Memory
  /** Whether the words of a unit were adopted. */
  isAdopted: (pair: UnitPair) => boolean
}

/** The units of a folder that are missing, stale or not confirmed, or all of them, in the order of the original. */
export function exportedFolder(translation: Translation, wish: ExportWish): ExportedFolder {
  const {folder, original, language} = translation
  const pairs = translation.pairs().filter(({verdict}) => wish.all || verdict !== 'current')
  return {folder, original, language, units: pairs.map((pair) => exportedUnit(folder, pair, wish))}
}

function exportedUnit(folder: string, pair: UnitPair, {memory, isAdopted}: ExportWish): ExportedUnit {
  const {key, original, translation, verdict, entry} = pair
  const source = segmentOf(original.source)
  return {
    key,
    pair,
    verdict,
    state: entry?.state,
    isAdopted: translation !== undefined && isAdopted(pair),
    source,
    target: translation && alignedTo(translation.source, source),
    match: verdict === 'current' ? undefined : matchOf(folder, pair, source, memory),
  }
}

function matchOf(
  folder: string,
  {key, original}: UnitPair,
  source: ExportedUnit['source'],
  memory: Memory,
): ExportedMatch | undefined {
  const match = bestMatch({folder, key, source: original.source}, memory)
  return (
    match && {
      percent: match.percent,
      isOwn: match.band === 'same-unit',
      sourceText: match.entry.source,
      source: alignedTo(match.entry.source, source),
      target: alignedTo(match.entry.target, source),
    }
  )
}
