import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {dateNodes} from './dates.ts'
import {asExample} from './examples.ts'

/** The day whose facts the document states, marked where it is an example. */
export function documentDate(context: Context): InlineNode[] {
  const {fact, asOf} = context.plan
  const nodes = dateNodes(context, asOf)
  if (!fact.value['example-date']) return nodes
  return asExample(context, nodes, {
    path: fact.path,
    place: fact.data.locate([fact.value['as-of'] ? 'as-of' : 'date']),
    what: 'The date of the document is an example.',
  })
}
