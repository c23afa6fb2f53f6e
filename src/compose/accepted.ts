import type {Node, Parent} from 'unist'
import type {InlineNode} from '../tree/index.ts'

/**
 * Words as they will read once the amendments in them are accepted, for wherever a title is named and not amended: a list
 * of documents, a property of a file. What is struck goes with one of the spaces around it, so that there are never two,
 * none at the ends and none before a comma.
 */
export function accepted(nodes: readonly InlineNode[]): InlineNode[] {
  const leaves: Leaf[] = []
  const kept = acceptedNodes(nodes, leaves)
  if (leaves.includes(struck)) tidySpaces(leaves)
  return kept.filter((node) => (node as Node & {value?: string}).value !== '') as InlineNode[]
}

/** Something was struck in this place. */
const struck = 'struck'

/** A node without children, in the order of the text. */
type Leaf = (Node & {value?: string}) | typeof struck

function acceptedNodes(nodes: readonly Node[], leaves: Leaf[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'deleted' || node.type === 'delete') {
      leaves.push(struck)
      return []
    }
    if ('children' in node) {
      const children = acceptedNodes((node as Parent).children, leaves)
      return node.type === 'inserted' ? children : [{...node, children} as Node]
    }
    const leaf = {...node}
    leaves.push(leaf)
    return [leaf]
  })
}

function tidySpaces(leaves: readonly Leaf[]): void {
  let before: Exclude<Leaf, typeof struck> | undefined
  let isBehindStruck = false
  for (const leaf of leaves) {
    if (leaf === struck) {
      isBehindStruck = true
      continue
    }
    if (leaf.type === 'footnoteReference') continue
    if (isBehindStruck && leaf.type === 'text') {
      const {value = ''} = leaf
      if (before === undefined || /[ \u00a0]$/.test(before.value ?? ''))
        leaf.value = value.replace(/^[ \u00a0]/, '')
      if (before?.value && /^[,.;)\]]/.test(leaf.value ?? '')) before.value = before.value.replace(/ $/, '')
    }
    if (leaf.value === '') continue
    before = leaf
    isBehindStruck = false
  }
  if (isBehindStruck && before?.value) before.value = before.value.replace(/[ \u00a0]$/, '')
}
