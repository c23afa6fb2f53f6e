export {amendedUnits, changeOf, isInStruck} from './amendment.ts'
export type * from './amendment-types.ts'
export {
  bookmarkOf,
  bookmarksOfLink,
  htmlIdOf,
  noteBookmarkOf,
  noteBookmarkPrefix,
  wordsBookmarkOf,
  wordsBookmarkPrefix,
} from './anchors.ts'
export type * from './block-types.ts'
export {canonicalText, type Segment, segmentsOf} from './canonical-text.ts'
export type * from './caption-types.ts'
export {
  type Caption,
  type CaptionType,
  captionSequences,
  isCaption,
  type NumberedCaption,
} from './captions.ts'
export {conditionalNames, conditionLine, conditionsOf, isConditional} from './conditional.ts'
export {firstWords} from './first-words.ts'
export {groupDirectives} from './group-directives.ts'
export {type HeadingPiece, headingPieces} from './heading-pieces.ts'
export {holdsPivot} from './holds-pivot.ts'
export type * from './inline-types.ts'
export {introduced, introduces} from './introduces.ts'
export {isNumbered, listOf, type NumberedUnit, numberedTypes, visitLabelled, wordsBeside} from './numbered.ts'
export {visitNumbered} from './numbered-chains.ts'
export {joined, markOthers, withoutOthers} from './others.ts'
export {partsOfPicture} from './parts-of-picture.ts'
export {pictureIn} from './picture-paragraph.ts'
export type * from './picture-types.ts'
export {joinedText} from './raised-text.ts'
export {type Section, sectionsOf} from './sections.ts'
export {
  alignOfCell,
  blocksOf,
  gridOf,
  isGroupRow,
  type PlacedCell,
  partsOfTable,
} from './table-grid.ts'
export {headsOf, type TableHeads} from './table-heads.ts'
export type * from './table-types.ts'
export {text} from './text.ts'
export {toText} from './to-text.ts'
export {quotedLabelOf, typedLabelOf} from './typed-label.ts'
export type * from './types.ts'
export {readUnits, type Unit, unitsOf, type WordedUnit, wordedUnits} from './units.ts'
export {type AnyNode, type NodeOf, visit, visitBlocks, visitParents} from './visit.ts'
export {walk} from './walk.ts'
export {isWhole} from './whole-cell.ts'
export {isAllFromRight, type Stretch, stretchesOf, type Writing} from './writings.ts'
export {type WrittenCell, type WrittenGrid, writtenGrid} from './written-grid.ts'
export {type WrittenNames, writtenNames} from './written-names.ts'
