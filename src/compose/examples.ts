import type {InlineNode} from '../tree/index.ts'
import type {Context, ExampleAt} from './context.ts'
import {plainPhrase} from './phrases.ts'

/** The sign after a value that is not confirmed; the cover explains it. */
export const exampleSign = '°'

/**
 * Nodes with the example sign after them, and a note for `--final`.
 *
 * @param nodes  the printed value
 * @param where  the record that says `example: true`
 */
export function asExample(context: Context, nodes: InlineNode[], where: ExampleAt): InlineNode[] {
  noteExample(context, where)
  return signed(nodes)
}

/** Nodes with the example sign after them, once, however many facts behind it are examples. */
export function signed(nodes: InlineNode[]): InlineNode[] {
  if (endsSigned(nodes.at(-1))) return nodes
  return [...nodes, {type: 'exampleMark', children: [{type: 'text', value: exampleSign}]}]
}

/** Whether the sign stands at the end already, perhaps of a value at the end. */
function endsSigned(node: InlineNode | undefined): boolean {
  if (node?.type === 'exampleMark') return true
  return node?.type === 'factValue' && endsSigned(node.children.at(-1))
}

/** Notes that an example is printed. */
export function noteExample(context: Context, where: ExampleAt): void {
  context.showsExample = true
  context.unconfirmed.push({kind: 'example', ...where})
}

/** The mark before a block that is sample content as a whole, and the space after it. */
export function exampleBlockMark(context: Context): InlineNode[] {
  return [
    {type: 'exampleMark', children: [{type: 'text', value: plainPhrase(context, 'example-block')}]},
    {type: 'text', value: ' '},
  ]
}
