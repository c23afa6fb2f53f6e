import type {VFileMessage} from 'vfile-message'
import type {Composition} from '../compose/index.ts'
import type {DocumentPlan} from '../resolve/index.ts'

/** One document with its finished trees, by language; a rule looks and reports, and changes nothing. */
export interface Checked {
  plan: DocumentPlan
  compositions: ReadonlyMap<string, Composition>
  isFinal: boolean
}

/** A house rule: looks at a document in all its languages. */
export type Rule = (checked: Checked) => VFileMessage[]
