import {isCaption, type NumberedUnit, type Sequence} from '../tree/index.ts'

/**
 * The lists of Word, in the order in which they begin. Each sequence is one list; a struck unit has one of its own, whose
 * label is the old one, so that it does not count among the others.
 */
export class Lists {
  readonly #sequences: Sequence[]
  readonly #known = new Set<string>()

  /** @param sequences  of the tree, to which the lists are added */
  constructor(sequences: Sequence[]) {
    this.#sequences = sequences
  }

  /**
   * Takes a unit that has its label into its list, and writes on it which that is where it is not the sequence's own.
   *
   * @param literal  the label that it brings with it
   * @param within  the item in which the quotation stands that holds it
   */
  take(unit: NumberedUnit, literal: string | undefined, within: Sequence['within']): void {
    const {sequence: id, sequenceKind: kind, change, label = ''} = unit
    const place = {...(within ? {within} : {}), ...(isCaption(unit) ? {labelText: unit.labelText} : {})}
    if (change === 'struck') {
      unit.list = `${id}~struck.${unit.unit ?? `${this.#sequences.length}`}`
      this.#sequences.push({id: unit.list, kind, literal: label, isStruck: true, ...place})
      return
    }
    if (this.#known.has(id)) return
    this.#known.add(id)
    this.#sequences.push({id, kind, ...(literal === undefined ? {} : {literal}), ...place})
  }
}
