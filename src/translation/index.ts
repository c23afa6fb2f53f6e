export {digestName, digestOf} from './digest.ts'
export {isHint} from './hint.ts'
export {joinedLedgers} from './join-ledgers.ts'
export {type LedgerHead, ledgerName, ledgerOf, writeLedger} from './ledger.ts'
export {
  type Band,
  bandOf,
  bands,
  bestMatch,
  type Match,
  type Memory,
  type MemoryEntry,
  memories,
  memoryOf,
  type Remembered,
} from './matches.ts'
export {oneLine} from './one-line.ts'
export {
  bandOfPair,
  type CountedUnits,
  countUnits,
  type Progress,
  progressFrom,
  progressOf,
  wordsIn,
} from './progress.ts'
export {isSmallChange} from './small-change.ts'
export {type WordsFile, wordsFile} from './stem.ts'
export type * from './types.ts'
export {translationUnits} from './units-of-source.ts'
export {pairsOf} from './verdict.ts'
