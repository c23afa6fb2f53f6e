import type {Composition} from '../compose/index.ts'
import {compositionsOf, type Side} from './sides.ts'
import type {DiffReport} from './types.ts'

/** A document in a language that a reader finds changed, on both sides. */
export interface DifferingPair {
  /** Its path now. */
  path: string
  language: string
  before: Composition
  after: Composition
}

/**
 * The documents whose words or numbers differ, with both of their finished trees: what a redline is made of. One that is on one
 * side only, or is refused on one, is none of them.
 *
 * @param report  of the two sides
 */
export function differingPairs(before: Side, after: Side, {documents}: DiffReport): DifferingPair[] {
  return documents.flatMap(({path, from = path, languages}) => {
    const [then, now] = [compositionsOf(before, from), compositionsOf(after, path)]
    return languages.flatMap(({language, verdict, reasons}): DifferingPair[] => {
      const [one, other] = [then.get(language), now.get(language)]
      const isRefused = reasons.includes('refused-before') || reasons.includes('refused-after')
      if (isRefused || (verdict !== 'words' && verdict !== 'labels') || !one || !other) return []
      return [{path, language, before: one, after: other}]
    })
  })
}
