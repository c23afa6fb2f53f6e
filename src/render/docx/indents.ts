import type {PlaceInSequence} from '../../tree/index.ts'
import type {Finished} from '../types.ts'
import {linkedSequence} from './linked-sequence.ts'

type House = Pick<Finished, 'numbering' | 'styles'>

/** Where a quotation begins, in twips: in an item as far in from its words as elsewhere from those of a paragraph. */
export function leftOfQuotation({numbering, styles}: House, within?: PlaceInSequence): number {
  const left = styles['paragraph-styles'].quotation?.left ?? 0
  if (!within) return left
  return leftOf(numbering, within) + left - leftOf(numbering, {sequenceKind: linkedSequence, level: 0})
}

/** How much farther in than elsewhere a quotation in an item stands, in twips. */
export function shiftOfQuotation(house: House, within?: PlaceInSequence): number {
  return leftOfQuotation(house, within) - leftOfQuotation(house)
}

/** Where the words of a numbered paragraph or an item begin, in twips. */
export function leftOf(numbering: Finished['numbering'], {sequenceKind, level}: PlaceInSequence): number {
  return numbering[sequenceKind]?.levels[level]?.left ?? 0
}

/**
 * The style of a paragraph that goes on with a numbered one. Styles of the main list bring its numbers with them, so that
 * what goes on with it has the style of text.
 */
export function styleOfContinuation({numbering}: House, {sequenceKind, level}: PlaceInSequence): string {
  const style = numbering[sequenceKind]?.levels[level]?.style ?? 'unnumbered'
  const isNumbered = numbering[linkedSequence]?.levels.some((linked) => linked.style === style)
  return isNumbered ? 'unnumbered' : style
}
