import {digestOf} from './digest.ts'
import {isHint} from './hint.ts'
import {isSmallChange} from './small-change.ts'
import type {Ledger, TranslationUnit, UnitPair, Verdict} from './types.ts'

/**
 * Each unit of an original with its translation, and what a ledger says of the two. A unit whose original and translation
 * were both changed since is stale: the one may have come before the other. A hint is no translation, and where the original
 * is one there is nothing to translate yet.
 *
 * @param originals  units in their order
 * @param translations  those of the language
 * @param ledger  what was confirmed
 */
export function pairsOf(
  originals: readonly TranslationUnit[],
  translations: readonly TranslationUnit[],
  ledger: Ledger,
): UnitPair[] {
  const byKey = new Map(translations.map((unit) => [unit.key, unit]))
  return originals.flatMap((original): UnitPair[] => {
    if (isHint(original)) return []
    const {key} = original
    const [there, entry] = [byKey.get(key), ledger.get(key)]
    const standIn = there && isHint(there) ? there : undefined
    const translation = standIn ? undefined : there
    const isStale = entry !== undefined && digestOf(original.source) !== entry.digest
    const isEdited = translation !== undefined && entry?.translation !== digestOf(translation.source)
    const verdict: Verdict = !translation
      ? 'missing'
      : isStale
        ? 'stale'
        : isEdited
          ? 'unconfirmed'
          : 'current'
    const isSmall = verdict === 'stale' && isSmallChange(entry?.source ?? '', original.source)
    return [{key, original, translation, standIn, verdict, entry, isSmall}]
  })
}
