import type {Nodes, Paragraph} from 'mdast'
import type {Printed} from '../../resolve/index.ts'
import {groupDirectives, introduced, introduces, typedLabelOf} from '../../tree/index.ts'
import type {Passage, Unled} from './types.ts'

/**
 * Paragraphs that end with a colon and have nothing after them that they could introduce.
 *
 * @param printed  what is printed of a Markdown file; of a paragraph that has lost what it introduced is said elsewhere
 * @param passageOf  the words of a paragraph
 */
export function unledParagraphs(
  {nodes, leftAlone}: Pick<Printed, 'nodes' | 'leftAlone'>,
  passageOf: (paragraph: Paragraph) => Passage | undefined,
): Unled[] {
  const blocks = inOrder(nodes)
  const saidOf = new Set<Nodes>(leftAlone.map(({block}) => block))
  return blocks.flatMap((node, index): Unled[] => {
    if (node.type !== 'paragraph' || !introduces(node) || saidOf.has(node)) return []
    const [before, next] = [blocks[index - 1], blocks[index + 1]]
    if (next && introduced.includes(next.type)) return []
    const passage = passageOf(node)
    if (!passage || isForm(passage, [before, next])) return []
    if (next?.type !== 'paragraph') return [{passage, before: next ? 'heading' : 'end'}]
    const words = passageOf(next)?.text.trimStart() ?? ''
    // Words between quotation marks are a quotation too; of letters that are typed another rule speaks.
    if (/^["“«„]/.test(words) || typedLabelOf(words, false)) return []
    return [{passage, before: 'paragraph'}]
  })
}

/** Several short lines with colons are a form to be filled in. */
function isForm({text}: Passage, neighbours: readonly (Nodes | undefined)[]): boolean {
  const hasOthers = neighbours.some((other) => other?.type === 'paragraph' && introduces(other))
  return hasOthers && text.trim().split(/\s/).length < 5
}

/** The blocks in their order; those of an example stand among the others, and notes stand elsewhere. */
function inOrder(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node) => {
    if (node.type === 'footnoteDefinition' || node.type === 'definition') return []
    if (node.type !== 'containerDirective' || !groupDirectives.has(node.name)) return [node]
    // What has no number may be what is introduced.
    return [...(node.name === 'unnumbered' ? [node] : []), ...inOrder(node.children)]
  })
}
