import type {Refusal} from './types.ts'

/** What is thrown while a file is read, and told as a refusal by whoever reads it: never a bug. */
export class RefusedFile extends Error {
  /** Where in the file, and why. */
  readonly refusal: Refusal

  /** @param refusal  where in the file, and why */
  constructor(refusal: Refusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}
