import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'

/** Words in capitals, as the profile writes them: French of 2007-2010 has none with an accent. */
export function capitals(context: Context, nodes: readonly InlineNode[]): InlineNode[] {
  return nodes.map((node) => {
    if (node.type === 'text') return {...node, value: upper(context, node.value)}
    if (node.type === 'missingMark') return node
    if ('children' in node)
      return {...node, children: capitals(context, node.children as InlineNode[])} as InlineNode
    return node
  })
}

/** The same words beginning with a capital, as a table's cell does. */
export function capitalized(context: Context, nodes: readonly InlineNode[]): InlineNode[] {
  const [first, ...rest] = nodes
  if (!first) return []
  if (first.type === 'text') {
    const value = first.value.replace(/^\p{Ll}/u, (letter) => upper(context, letter))
    return [{...first, value}, ...rest]
  }
  if (first.type === 'missingMark' || first.type === 'exampleMark' || !('children' in first))
    return [...nodes]
  const children = capitalized(context, first.children as InlineNode[])
  return [{...first, children} as InlineNode, ...rest]
}

function upper(context: Context, value: string): string {
  // Never by locale: the same bytes on every machine.
  const capital = value.toUpperCase()
  if (context.hasAccentedCapitals) return capital
  return capital
    .normalize('NFD')
    .replace(/[\u0300-\u0302\u0304-\u036f]/g, '') // Not the tilde of Ñ, which is a letter of its own.
    .normalize('NFC')
}
