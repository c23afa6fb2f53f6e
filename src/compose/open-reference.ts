import type {Place} from '../message/index.ts'
import type {InlineNode} from '../tree/index.ts'

/** A reference whose target is looked up once the whole tree is there (references.ts). */
export interface OpenReference {
  /** Ids of units of the document with spaces between them, `first..last` for a range; `^` stands before that of a note. */
  target?: string
  /** Decisions or provisions in the same form: `secretariat.ask-parties`, or `<subject>/…` for one that the document proposes. */
  decision?: string
  /** `number` without the language's word before it, `last` for the last letter alone. */
  form?: string | undefined
  path: string
  place?: Place | undefined
  /** How many characters stand between the beginning of the place and the ids. */
  before?: number
}

/** A node that stands for a reference until the whole tree is there. */
export function openReference(open: OpenReference): InlineNode {
  return {type: 'crossReference', data: {open}}
}
