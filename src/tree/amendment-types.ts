/** What a proposal does to a unit as a whole: all of its words are struck, or all are new. */
export type Change = 'struck' | 'new'

/** What `number` writes on a numbered unit of a text that is amended. */
export interface Amended {
  change?: Change
  /** Its label in the old text, where that is not the one it has now: it is printed struck, before the words. */
  oldLabel?: string
  /** Of a struck unit: id of the list of Word in which it stands alone, with its old label. */
  list?: string
}

/** What is said of a numbered sequence beside its kind, where its units are amended. */
export interface AmendedSequence {
  /** That it holds one struck unit, whose label (`literal`) stands at whatever level it has. */
  isStruck?: true
}
