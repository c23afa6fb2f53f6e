/**
 * What a caption has where it is numbered: its place in a sequence of its own, and the words of its language.
 * `number` writes the label.
 */
export interface CaptionNumber {
  sequence: string
  sequenceKind: string
  /** As of other numbered units: captions have no levels. */
  level: 0
  /** The label with `%1` in the place of its number, as Word has it: `Table %1.`. */
  labelText: string
  label?: string
  /** Written by `number`: its place in the sequence, from 1. */
  place?: number
}
