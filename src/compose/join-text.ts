import type {Node, Parent} from 'unist'
import {joined, walk} from '../tree/index.ts'

/**
 * Joins neighbouring texts, so that a sentence put together from phrases and facts is one run in Word and one text
 * in HTML, as if it had been written in one piece.
 *
 * @param tree  a composed tree; it is changed
 */
export function joinText(tree: Node): void {
  walk(tree, (node) => {
    const parent = node as Parent
    if (!parent.children?.some(isBesideText)) return undefined
    const texts: Node[] = []
    for (const child of parent.children) {
      const last = texts.at(-1)
      if (child.type === 'text' && last?.type === 'text') texts[texts.length - 1] = joined(last, child)
      else texts.push(child)
    }
    parent.children = texts
    return undefined
  })
}

function isBesideText({type}: Node, index: number, siblings: readonly Node[]): boolean {
  return type === 'text' && siblings[index + 1]?.type === 'text'
}
