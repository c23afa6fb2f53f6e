import type {PhrasingContent, Text} from 'mdast'
import type {InlineNode} from '../../tree/index.ts'
import type {Context, InlineSource} from '../context.ts'
import {countMade} from '../made.ts'

/**
 * Inline Markdown to the inline nodes of the finished tree; directives are replaced by what they print.
 *
 * @param nodes  phrasing nodes of a source tree
 * @param context  of the document
 * @param source  where they were written
 */
export function inlines(
  nodes: readonly PhrasingContent[],
  context: Context,
  source: InlineSource,
): InlineNode[] {
  const {made} = context
  return nodes.flatMap((node) => {
    if (made.isTooMuch) return []
    const built = inline(node, context, source)
    countMade(context, built, {...source, place: node.position ?? source.place})
    return built
  })
}

function inline(node: PhrasingContent, context: Context, source: InlineSource): InlineNode[] {
  if (node.type === 'textDirective') {
    const build = context.inlineDirectives.get(node.name)
    if (!build) throw new Error(`The directive ${node.name} has no builder.`)
    return build(node, context, source)
  }
  if (node.type === 'linkReference') {
    const definition = source.definitions?.get(node.identifier)
    const children = inlines(node.children, context, source)
    return definition ? [{type: 'link', url: definition.url, children}] : children
  }
  if (node.type === 'text') return [{type: 'text', value: node.value.replaceAll('\n', ' ')} satisfies Text]
  if ('children' in node)
    return [{...node, children: inlines(node.children as PhrasingContent[], context, source)} as InlineNode]
  return [{...node}] // A node of its own: `number` writes the sign of a note into it.
}
