import type {SiteDocument} from '../../compose/index.ts'
import {compare} from '../../message/index.ts'

/**
 * Documents of kinds with numbers by their symbols, in which numbers count as numbers: Doc. 2, Doc. 12, Doc. XX, Inf. 1.
 * Those of kinds without follow as they stand.
 */
export function inNumberOrder(documents: readonly SiteDocument[]): SiteDocument[] {
  const keyed = documents
    .filter(({isNumbered}) => isNumbered)
    .map((document) => ({document, key: keyOf(document.symbol)}))
    .sort((a, b) => compare(a.key, b.key) || compare(a.document.path, b.document.path))
  return [...keyed.map(({document}) => document), ...documents.filter(({isNumbered}) => !isNumbered)]
}

/** Its symbol with each number as long as any may be. */
function keyOf(symbol: string): string {
  return symbol.replace(/\d+/g, (digits) => digits.padStart(9, '0'))
}
