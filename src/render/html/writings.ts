import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import {isAllFromRight, type Stretch, stretchesOf} from '../../tree/index.ts'

/**
 * Puts names in letters of other writings into elements that say their language, and how they run where that is from the
 * right, so that nothing around them changes its place. Words whose language is said already keep it.
 *
 * @param elements  of words; they are changed
 */
export function markWritings(elements: ElementContent[]): ElementContent[] {
  const root: Element = {type: 'element', tagName: 'p', properties: {}, children: elements}
  visit(root, 'text', (node, index, parent) => {
    const stretches = stretchesOf(node.value)
    if (index === undefined || !parent || !stretches.some(({writing}) => writing)) return undefined
    const isSaid = parent.type === 'element' && parent.properties.lang !== undefined
    parent.children.splice(index, 1, ...stretches.map((stretch) => element(stretch, isSaid)))
    return [SKIP, index + stretches.length]
  })
  return root.children
}

function element({text, writing}: Stretch, isSaid: boolean): ElementContent {
  const words: ElementContent = {type: 'text', value: text}
  if (!writing || (isSaid && !writing.isFromRight)) return words
  return h(writing.isFromRight ? 'bdi' : 'span', isSaid ? {} : {lang: writing.tag.slice(0, 2)}, words)
}

/** How a block runs that is a paragraph of its own: `rtl` where all of its letters are of writings that run so. */
export function directionOf(words: string): 'rtl' | undefined {
  return isAllFromRight(words) ? 'rtl' : undefined
}
