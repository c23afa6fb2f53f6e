import type {DocumentPlan} from '../../resolve/index.ts'
import type {Context} from '../context.ts'
import type {Units} from './unit-targets.ts'

/** What references are looked up in. */
export interface Document {
  context: Context
  /** Undefined for words that stand in no document. */
  plan: DocumentPlan | undefined
  units: Units
}
