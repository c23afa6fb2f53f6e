import {compare} from '../message/index.ts'
import type {Translation} from '../resolve/index.ts'
import type {UnitPair} from '../translation/index.ts'
import type {TranslationChange} from './types.ts'

/** What is known of each translation, by folder, language and unit. */
type Known = Map<string, {folder: string; language: string; pair: UnitPair}>

/**
 * The translations of which something else is known than before: those made stale, those that are missing, those confirmed.
 *
 * @param isComparable  whether something differs among the sources of a folder, and none of them has an error that would make
 *   all of it missing
 */
export function translationChanges(
  before: readonly Translation[],
  after: readonly Translation[],
  isComparable: (folder: string) => boolean,
): TranslationChange[] {
  const [one, other] = [knownIn(before, isComparable), knownIn(after, isComparable)]
  const keys = [...new Set([...one.keys(), ...other.keys()])].sort(compare)
  return keys.flatMap((key): TranslationChange[] => {
    const [own, now] = [one.get(key), other.get(key)]
    const [was, is] = [own?.pair.verdict, now?.pair.verdict]
    const {folder, language, pair} = (now ?? own) as NonNullable<typeof now>
    if (was === is && pair.isSmall === own?.pair.isSmall) return []
    // A unit that came or went with its translation says nothing of it.
    if ((is === undefined && was === 'current') || (was === undefined && is === 'current')) return []
    return [
      {
        folder,
        language,
        unit: pair.key,
        ...(was === undefined ? {} : {before: was}),
        ...(is === undefined ? {} : {after: is}),
        ...(is === 'stale' && pair.isSmall ? {isSmall: true as const} : {}),
      },
    ]
  })
}

function knownIn(translations: readonly Translation[], isComparable: (folder: string) => boolean): Known {
  const known: Known = new Map()
  for (const {folder, language, pairs} of translations) {
    if (!isComparable(folder)) continue
    for (const pair of pairs())
      known.set([folder, language, pair.key].join('\u0000'), {folder, language, pair})
  }
  return known
}
