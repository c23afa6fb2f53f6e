import type {NumberedUnit} from '../tree/index.ts'

/** A text of which a label is asked: as it was before the amendments, or as it will be. */
export type Reading = 'old' | 'new'

/**
 * Counters of every sequence, once for the old text and once for the new one: struck units count in the old one alone,
 * new units in the new one alone.
 */
export class Counters {
  readonly #values = {old: new Map<string, number[]>(), new: new Map<string, number[]>()}

  /**
   * Counts a unit.
   *
   * @returns the counters of its levels, from 0 to its own, in each text that has it
   */
  count({sequence, level, change}: NumberedUnit): Partial<Record<Reading, readonly number[]>> {
    return {
      ...(change === 'new' ? {} : {old: this.#next('old', sequence, level)}),
      ...(change === 'struck' ? {} : {new: this.#next('new', sequence, level)}),
    }
  }

  #next(reading: Reading, sequence: string, level: number): readonly number[] {
    const counter = this.#values[reading].get(sequence) ?? []
    this.#values[reading].set(sequence, counter)
    counter[level] = (counter[level] ?? 0) + 1
    counter.length = level + 1
    return [...counter]
  }
}
