import type {Node, Parent} from 'unist'
import {visit} from 'unist-util-visit'

/**
 * Joins neighbouring texts, so that a sentence put together from phrases and facts is one run in Word and one text
 * in HTML, as if it had been written in one piece.
 *
 * @param tree  a composed tree; it is changed
 */
export function joinText(tree: Node): void {
  visit(tree, (node) => {
    if (!('children' in node)) return
    const parent = node as Parent
    const joined: Node[] = []
    for (const child of parent.children) {
      const last = joined.at(-1) as (Node & {value?: string}) | undefined
      if (child.type === 'text' && last?.type === 'text')
        joined[joined.length - 1] = {
          ...last,
          value: `${last.value}${(child as Node & {value?: string}).value}`,
        } as Node
      else joined.push(child)
    }
    parent.children = joined
  })
}
