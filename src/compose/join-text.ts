import type {Node, Parent} from 'unist'
import {visit} from 'unist-util-visit'
import {joined} from '../tree/index.ts'

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
    const texts: Node[] = []
    for (const child of parent.children) {
      const last = texts.at(-1)
      if (child.type === 'text' && last?.type === 'text') texts[texts.length - 1] = joined(last, child)
      else texts.push(child)
    }
    parent.children = texts
  })
}
