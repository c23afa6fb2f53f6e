import type {InlineNode} from '../tree/index.ts'
import type {Context, DocumentContext} from './context.ts'
import {dateNodes} from './dates.ts'
import {factValue} from './fact-value.ts'

const what = 'The date of the document is an example.'

/** The day whose facts are told, marked where it is an example. */
export function documentDate(context: Context): InlineNode[] {
  const nodes = dateNodes(context, context.asOf)
  if (!context.dayRecord) return nodes
  const {yaml, key, isExample} = context.dayRecord
  return factValue(context, {nodes, yaml, record: key, pointer: [key], isExample, what})
}

/** The day of the document itself, marked where it is an example. */
export function issueDate(context: DocumentContext): InlineNode[] {
  const {yaml} = context.plan
  const isExample = yaml.value['example-date'] === true
  const nodes = dateNodes(context, yaml.value.date)
  return factValue(context, {nodes, yaml, record: 'date', pointer: ['date'], isExample, what})
}
