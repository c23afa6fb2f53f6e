import type {Node} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'

/** Directives around words that stand only while a fact holds, and around those that stand only while none does. */
export const conditionalNames: ReadonlySet<string> = new Set(['when', 'unless'])

/** Whether a node of a source tree is `:::when{…}` or `:::unless{…}` with what stands in it. */
export function isConditional(node: Node): node is ContainerDirective {
  return node.type === 'containerDirective' && conditionalNames.has((node as ContainerDirective).name)
}

/** The conditions between the braces: to Markdown each is the name of an attribute, full stops included. */
export function conditionsOf({attributes}: Pick<ContainerDirective, 'attributes'>): string[] {
  return Object.keys(attributes ?? {})
}

/** The line that opens the words: `:::when{outcome.open outcome.measures}`. */
export function conditionLine(node: Pick<ContainerDirective, 'name' | 'attributes'>): string {
  return `:::${node.name}{${conditionsOf(node).join(' ')}}`
}
