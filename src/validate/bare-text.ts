import type {Text} from 'mdast'
import {textOffsets} from '../load/index.ts'

/** Stands for a character that its author escaped: no mark, no letter, no space. */
const escaped = '\u0000'

/**
 * The characters of a text node that may be marks which did not become any: what is escaped (`\*`) is meant as it stands
 * and is replaced by a sign that no pattern looks for.
 *
 * @param node  of a source tree
 * @param source  the text that its position counts in
 * @returns as many UTF-16 code units as the node's value has
 */
export function bareText(node: Text, source: string): string {
  const {start, end} = node.position ?? {}
  if (!source.slice(start?.offset, end?.offset).includes('\\')) return node.value
  const offsets = textOffsets(node, source)
  return [...node.value.split('')]
    .map((character, at) => {
      const offset = offsets[at] ?? -1
      return source[offset] === '\\' && character !== '\\' ? escaped : character
    })
    .join('')
}
