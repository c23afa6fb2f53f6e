import type {Node, Parent} from 'unist'
import type {Change} from './amendment-types.ts'
import {visitBlocks} from './visit.ts'

/** What marks words as struck or new: in a finished tree, and as directives in a source. */
const changes = new Map<string, Change>([
  ['deleted', 'struck'],
  ['delete', 'struck'],
  ['del', 'struck'],
  ['inserted', 'new'],
  ['ins', 'new'],
])

/** What is no word of a text: marks of examples and of notes. */
const noWords = new Set(['exampleMark', 'footnoteReference'])

/**
 * Whether all words are struck or all are new. Punctuation, white space, notes and marks of examples do not count, so
 * that a bracket or a full stop beside the marks changes nothing.
 *
 * @param nodes  inline nodes of a finished tree or of a source
 * @returns undefined where some words are neither, where there are both, and where there are none
 */
export function changeOf(nodes: readonly Node[]): Change | undefined {
  const found = new Set<Change | undefined>()
  collect(nodes, undefined, found)
  const [only] = found
  return found.size === 1 ? only : undefined
}

function collect(nodes: readonly Node[], around: Change | undefined, found: Set<Change | undefined>): void {
  for (const node of nodes) {
    if (noWords.has(node.type)) continue
    const {name, value, children} = node as Partial<Parent> & {name?: string; value?: unknown}
    const own = changes.get(node.type === 'textDirective' ? (name ?? '') : node.type) ?? around
    if (children) collect(children, own, found)
    else if (typeof value !== 'string' ? node.type === 'crossReference' : /[\p{L}\p{N}]/u.test(value))
      found.add(own)
  }
}

/**
 * Every paragraph with words of its own that is struck or new, with what stands under it: an item of a struck item is
 * struck as well.
 *
 * @param tree  composed; its labels are not needed
 * @returns numbered units and clauses with their change; what is unchanged or changed in part is not there
 */
export function amendedUnits(tree: Node): Map<Node, Change> {
  const amended = new Map<Node, Change>()
  visitBlocks(tree, (node, ancestors) => {
    const [lead] = (node as Partial<Parent>).children ?? []
    if (lead?.type !== 'leadParagraph') return
    const above = ancestors.findLast((ancestor) => amended.has(ancestor))
    const change = (above && amended.get(above)) ?? changeOf((lead as Parent).children)
    if (change) amended.set(node, change)
  })
  return amended
}

/** Whether a node stands in words that are struck, by its ancestors. */
export function isInStruck(ancestors: readonly Node[]): boolean {
  return ancestors.some(({type}) => changes.get(type) === 'struck')
}
