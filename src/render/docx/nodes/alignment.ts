import {AlignmentType} from 'docx'
import type {Node, Parent} from 'unist'
import type {Styles} from '../../../resolve/index.ts'
import {toText} from '../../../tree/index.ts'

/** Longer than the longest words of the three languages (intergouvernementales). */
const longestWord = 22
const breaks =
  /[- \t\n\u2013\u2014]|\p{Ideographic}|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/**
 * How a paragraph stands where it is otherwise than its style says. What holds together over more than a long word, such
 * as “Conf. 11.3 (Rev. CoP14)” or an address of the web, goes to the next line as a whole; spread over the width, the
 * line before it would be torn apart, since Word and LibreOffice widen only ordinary spaces.
 *
 * @param style  key of a paragraph style
 */
export function alignmentOf(
  style: string,
  nodes: readonly Node[],
  styles: Styles,
): (typeof AlignmentType)[keyof typeof AlignmentType] | undefined {
  if (alignOf(style, styles) !== 'justify') return undefined
  const words = toText({type: 'words', children: nodes} as Parent)
  return words.split(breaks).some(({length}) => length > longestWord) ? AlignmentType.LEFT : undefined
}

function alignOf(name: string, styles: Styles): string | undefined {
  const style = styles['paragraph-styles'][name]
  return style?.align ?? (style?.['based-on'] ? alignOf(style['based-on'], styles) : undefined)
}
