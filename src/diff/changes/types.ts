import type {UnitChange} from '../../difference/index.ts'
import type {Pairs} from '../passages/pair-passages.ts'
import type {Passage} from '../passages/types.ts'
import type {Change} from '../types.ts'

/** A change that has no number yet, and the facts that its words are made of. */
export interface Found extends Omit<Change, 'number' | 'follows'> {
  /** Facts whose values differ, or of which all of it is made. */
  facts: readonly string[]
  /** Whether nothing but values of facts differs. */
  isFactual: boolean
}

/** Two documents as their passages, and which is which. */
export interface Sides {
  before: readonly Passage[]
  after: readonly Passage[]
  pairs: Pairs
  /** Of the later side those of the earlier one. */
  earlier: Pairs
}

/** A change and the units of both sides that it is about. */
export interface Placed {
  unit: UnitChange
  found: Found
}
