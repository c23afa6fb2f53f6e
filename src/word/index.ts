export {type ArchiveEntry, archiveEntries, isPackedAs, unpacked} from './archive.ts'
export {parseInstruction, readFields} from './fields.ts'
export {integrityFaults} from './integrity.ts'
export {computeLabels, type LabelledParagraph, leftOfLevels} from './labels.ts'
export {type MarkedRun, markedRuns} from './marked-runs.ts'
export {type NoteMark, noteMarks, type RepeatedMark, repeatedMarks} from './notes.ts'
export {formatNumber} from './number-format.ts'
export {type NumberLink, numberLinks} from './number-links.ts'
export {
  elementsOf,
  part,
  readPackage,
  settled,
  storyParts,
  type WordPackage,
  writePackage,
} from './package.ts'
export {picturesOf, type WordPicture} from './pictures.ts'
export {bookmarks, type Reference, references} from './references.ts'
export {staleReferences} from './stale-references.ts'
export {tablesOf, type WordCell, type WordRow, type WordTable} from './tables.ts'
export {visibleText} from './text.ts'
export {
  attribute,
  child,
  childrenOf,
  descendants,
  parseXml,
  serialize,
  type XmlElement,
} from './xml.ts'
