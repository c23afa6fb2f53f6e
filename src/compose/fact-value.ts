import type {Located} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {asExample} from './examples.ts'

/** What is printed of a fact, and the record from which it comes. */
export interface FactWords {
  nodes: InlineNode[]
  yaml: Located<unknown>
  /** Keys that lead to the record, or to that of its key which says that it is an example. */
  pointer?: (string | number)[]
  /** Id of the record, or the key of a value that the file has once; the whole file where left out. */
  record?: string | undefined
  /** Whether any record behind it is an example. */
  isExample: boolean
  /** What `--final` says of the example. */
  what?: string
  /** The sum of money that is printed, where that is all: none is written as USD 0 in a sentence. */
  amount?: number
}

/**
 * Words made from a fact as one node that leads back to it, with the example sign where it is not confirmed. House-wide,
 * a table all of whose values rest on one example has the sign in its caption, any other value its own.
 *
 * The fact's id is the file without its ending, below documents/ (and decisions/), and the record:
 * `internet-trade/tasks#publication`.
 */
export function factValue(
  context: Context,
  {nodes, yaml, pointer = [], record, isExample, what = 'These facts are an example.'}: FactWords,
): InlineNode[] {
  const name = yaml.path.replace(/^documents\/(?:decisions\/)?/, '').replace(/\.yaml$/, '')
  const marked = isExample
    ? asExample(context, nodes, {path: yaml.path, place: yaml.data.locate(pointer), what})
    : nodes
  return [{type: 'factValue', fact: record ? `${name}#${record}` : name, children: marked}]
}
