import type {Nodes, Paragraph, Root} from 'mdast'
import {groupDirectives, typedLabelOf} from '../../tree/index.ts'
import type {Passage, Unled} from './types.ts'

/** What a paragraph that ends with a colon may introduce. */
const introduced = ['list', 'blockquote', 'table', 'leafDirective', 'containerDirective']

/**
 * Paragraphs that end with a colon and have nothing after them that they could introduce.
 *
 * @param tree  of a Markdown file
 * @param passageOf  the words of a paragraph
 */
export function unledParagraphs(
  tree: Root,
  passageOf: (paragraph: Paragraph) => Passage | undefined,
): Unled[] {
  const blocks = inOrder(tree.children)
  return blocks.flatMap((node, index): Unled[] => {
    if (node.type !== 'paragraph' || !isLead(node)) return []
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
  const hasOthers = neighbours.some((other) => other?.type === 'paragraph' && isLead(other))
  return hasOthers && text.trim().split(/\s/).length < 5
}

/** Whether its words end with a colon; a reference to a note may stand behind it. */
function isLead(node: Nodes): boolean {
  if (node.type === 'text') return /:[ \u00a0]*$/.test(node.value)
  if (!('children' in node) || node.type === 'textDirective') return false
  const last = (node.children as Nodes[]).findLast(({type}) => type !== 'footnoteReference')
  return last !== undefined && isLead(last)
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
