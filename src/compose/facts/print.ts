import type {Context} from '../context.ts'
import type {FactWords} from '../fact-value.ts'

/** Prints a fact as it stood on the document's date; undefined when it was not known yet. */
export type Print = (context: Context) => FactWords | undefined
