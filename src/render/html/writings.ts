import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {isAllFromRight, type Stretch, stretchesOf} from '../../tree/index.ts'

/**
 * Puts names in letters of other writings into elements that say their language, and how they run where that is from the
 * right, so that nothing around them changes its place. Words whose language is said already keep it.
 *
 * @param isSaid  whether the language of the words is said around them
 */
export function markWritings(elements: readonly ElementContent[], isSaid = false): ElementContent[] {
  return elements.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return stretchesOf(node.value).map((stretch) => element(stretch, isSaid))
    if (node.type !== 'element') return [node]
    const children = markWritings(node.children, isSaid || node.properties.lang !== undefined)
    return [{...node, children}]
  })
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
