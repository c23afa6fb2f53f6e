import type {Located} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {asExample} from './examples.ts'

/** What is printed of a fact, and where it stands. */
export interface FactWords {
  nodes: InlineNode[]
  yaml: Located<unknown>
  pointer?: (string | number)[]
  record?: string
  isExample: boolean
}

/**
 * Words made from a fact as one node that leads back to it, with the example sign where it is not confirmed.
 *
 * The fact's id is the subject, the file without its ending and the record: `internet-trade/tasks#publication`.
 */
export function factValue(
  context: Context,
  {nodes, yaml, pointer = [], record, isExample}: FactWords,
): InlineNode[] {
  const name = yaml.path.replace(/^documents\/(?:decisions\/)?/, '').replace(/\.yaml$/, '')
  const marked = isExample
    ? asExample(context, nodes, {
        path: yaml.path,
        place: yaml.data.locate(pointer),
        what: 'These facts are an example.',
      })
    : nodes
  return [{type: 'factValue', fact: record ? `${name}#${record}` : name, children: marked}]
}
