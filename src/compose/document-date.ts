import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {dateNodes} from './dates.ts'
import {asExample} from './examples.ts'

/** The day whose facts the document states, marked where it is an example. */
export function documentDate(context: Context): InlineNode[] {
  const {yaml, asOf} = context.plan
  return dated(context, asOf, yaml.value['as-of'] ? 'as-of' : 'date')
}

/** The day of the document itself, marked where it is an example. */
export function issueDate(context: Context): InlineNode[] {
  return dated(context, context.plan.yaml.value.date, 'date')
}

function dated(context: Context, date: string, key: string): InlineNode[] {
  const {yaml} = context.plan
  const nodes = dateNodes(context, date)
  if (!yaml.value['example-date']) return nodes
  return asExample(context, nodes, {
    path: yaml.path,
    place: yaml.data.locate([key]),
    what: 'The date of the document is an example.',
  })
}
