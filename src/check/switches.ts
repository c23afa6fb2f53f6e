import {factsRules, pairRules, rules, wordsRules} from './rules/index.ts'

/**
 * Rules that nobody can switch off: without them a document contradicts what was posted, what it is issued as, or its
 * own other languages and references.
 */
const always: ReadonlySet<string> = new Set([
  'block-twice',
  'final',
  'parity-tables',
  'parity-units',
  'posted',
  'unit-ids',
])

/** Ids of the messages about a document that may be switched off at their place. */
export const documentIds: readonly string[] = rules.flatMap(({id, reports}) =>
  always.has(id) ? [] : reports,
)

/** Ids of the messages about a translation that may be switched off: those about its wording. */
export const pairIds: readonly string[] = pairRules.flatMap(({id, about}) =>
  about === 'wording' ? [id] : [],
)

/** Ids of all messages that may be switched off at their place. */
export const switchableIds: readonly string[] = [
  ...[...wordsRules, ...factsRules].map(({id}) => id),
  ...documentIds,
  ...pairIds,
]
