import type {Node, Parent} from 'unist'

/**
 * What a visitor answers: go on, leave out what stands in the node (`'skip'`), end (`false`), or at which index of the
 * parent to go on, where it has put something in the place of the node.
 */
export type Answer = 'skip' | false | number | undefined

/** What looks at a node and its ancestors, outermost first; the list is not changed afterwards. */
export type Visitor = (node: Node, ancestors: Parent[]) => Answer

/**
 * Looks at every node of a tree, each before what stands in it.
 *
 * unist-util-visit-parents does the same, and defines a named function for each node: a fifth of a check, which walks its
 * trees some thirty times. Where nobody waits for it, that one is used.
 *
 * @returns false where the visitor ended it, or at which index of the parent to go on
 */
export function walk(node: Node, look: Visitor, ancestors: Parent[] = []): Answer {
  const answer = look(node, ancestors)
  if (answer === false || answer === 'skip') return answer
  const {children} = node as Partial<Parent>
  if (!children || children.length === 0) return answer
  const within = [...ancestors, node as Parent]
  for (let index = 0; index < children.length; ) {
    const child = children[index]
    const next = child && walk(child, look, within)
    if (next === false) return false
    index = typeof next === 'number' ? next : index + 1
  }
  return answer
}
