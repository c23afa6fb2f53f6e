import type {Node, Parent} from 'unist'

/**
 * What a visitor answers: go on, leave out what stands in the node (`'skip'`), end (`false`), or at which index of the
 * parent to go on, where it has put something in the place of the node.
 */
export type Answer = 'skip' | false | number | undefined

/**
 * What looks at a node and its ancestors, outermost first. The list is the walk's own, and another one as soon as the
 * visitor has answered: who keeps it takes a copy.
 */
export type Visitor = (node: Node, ancestors: readonly Parent[]) => Answer

/**
 * Looks at every node of a tree, each before what stands in it.
 *
 * unist-util-visit-parents does the same, and defines a named function for each node: a fifth of a check, which walks its
 * trees some thirty times. Where nobody waits for it, that one is used.
 *
 * @returns false where the visitor ended it, or at which index of the parent to go on
 */
export function walk(node: Node, look: Visitor): Answer {
  return walkIn(node, look, [])
}

function walkIn(node: Node, look: Visitor, ancestors: Parent[]): Answer {
  const answer = look(node, ancestors)
  if (answer === false || answer === 'skip') return answer
  const {children} = node as Partial<Parent>
  if (!children || children.length === 0) return answer
  ancestors.push(node as Parent)
  for (let index = 0; index < children.length; ) {
    const child = children[index]
    const next = child && walkIn(child, look, ancestors)
    if (next === false) return false
    index = typeof next === 'number' ? next : index + 1
  }
  ancestors.pop()
  return answer
}
