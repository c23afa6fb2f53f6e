import type {Source} from '../load/index.ts'
import type {UnitPair} from '../translation/index.ts'
import {adoptedWords} from '../validate/index.ts'

/**
 * Whether the words of a unit were adopted: they come from one place, and nobody translates them anew.
 *
 * @param sources  by path
 */
export function adoptedPairs(sources: ReadonlyMap<string, Source>): (pair: UnitPair) => boolean {
  const isAdopted = adoptedWords(sources)
  return ({key, original}) => isAdopted(original.path, key.slice(key.indexOf('#') + 1).split('.'))
}
