import type {Translation} from '../resolve/index.ts'
import {
  digestOf,
  type LedgerEntry,
  type TranslationState,
  type UnitPair,
  type Verdict,
  writeLedger,
} from '../translation/index.ts'

/** What is confirmed of a folder of words in a language. */
export interface Confirming {
  /** Ids of units (`late-replies`), or their keys (`body#late-replies`); all that need it when empty. */
  units: readonly string[]
  /** How far they are; of each by its key where they differ. */
  state: TranslationState | ((key: string) => TranslationState)
  /** Whether the source may be confirmed where no word of it changed, and nothing else. */
  onlySmall: boolean
}

/** A ledger as it will be, and what it says that the one before did not. */
export interface Confirmed {
  text: string
  /** Units that are confirmed now, by what was known of them before. */
  counts: ReadonlyMap<Verdict, number>
  /** Units that a line of the ledger was about and that are not there any more. */
  dropped: number
  /** Units that were named and that there are not, or that this language lacks. */
  unknown: readonly string[]
  missing: readonly string[]
}

/** The ledger in which some translations are confirmed as they stand now, and those of units that are gone are dropped. */
export function confirmed(translation: Translation, {units, state, onlySmall}: Confirming): Confirmed {
  const pairs = translation.pairs()
  const isNamed = ({key}: UnitPair): boolean =>
    units.length === 0 || units.some((name) => isNameOf(name, key))
  const ledger = new Map<string, LedgerEntry>()
  const counts = new Map<Verdict, number>()
  for (const pair of pairs) {
    const {key, entry, verdict} = pair
    const isAsked =
      isNamed(pair) && (verdict !== 'current' || units.length > 0) && (!onlySmall || pair.isSmall)
    const now =
      isAsked && pair.translation ? entryOf(pair, typeof state === 'string' ? state : state(key)) : entry
    if (now) ledger.set(key, now)
    if (now !== entry) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  const {original, language} = translation
  return {
    text: writeLedger({original, language}, ledger),
    counts,
    dropped: [...(translation.ledger ?? new Map()).keys()].filter((key) => !ledger.has(key)).length,
    unknown: units.filter((name) => !pairs.some(({key}) => isNameOf(name, key))),
    missing: units.filter((name) =>
      pairs.some(({key, verdict}) => isNameOf(name, key) && verdict === 'missing'),
    ),
  }
}

/** Whether a unit is meant by what was typed: its key, or its id in its file, with or without the caret. */
function isNameOf(name: string, key: string): boolean {
  const id = name.replace(/^\^/, '')
  return key === id || key.slice(key.indexOf('#') + 1) === id
}

function entryOf({key, original, translation}: UnitPair, state: TranslationState): LedgerEntry {
  const {source} = original
  return {
    unit: key,
    state,
    source,
    digest: digestOf(source),
    translation: digestOf(translation?.source ?? ''),
  }
}
