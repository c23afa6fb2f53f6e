export {type Confirmed, type Confirming, confirmed} from './confirm.ts'
export {
  type Band,
  bandOf,
  bands,
  bestMatch,
  type Match,
  type Memory,
  type MemoryEntry,
  memoryOf,
} from './matches.ts'
export {folderName, type Selection, selected} from './select.ts'
