import type {Place} from '../message/index.ts'
import type {InlineNode} from '../tree/index.ts'

/** A reference whose target is looked up once the whole tree is there (references.ts). */
export interface OpenReference {
  /** Id of a unit of the document. */
  target?: string
  /** A decision or provision: `secretariat.ask-parties`, or `<subject>/…` for one that the document proposes. */
  decision?: string
  /** `number` without the language's word before it, `last` for the last letter alone. */
  form?: string | undefined
  path: string
  place?: Place | undefined
}

/** A node that stands for a reference until the whole tree is there. */
export function openReference(open: OpenReference): InlineNode {
  return {type: 'crossReference', data: {open}}
}
