import type {Nodes, Parents} from 'mdast'
import {textOffsets} from '../../load/index.ts'
import {type Passage, printed, type Role} from './types.ts'

/** Directives whose words are the author's own and are printed as they stand. */
const transparent = new Set(['sup', 'ins'])

/**
 * The words of a block, as the reader of the proposed text reads them: deleted words are left out, inserted ones are in.
 *
 * @param node  a paragraph, heading or cell
 * @param source  the text that its positions count in
 * @param role  what it is in the file
 * @returns the passage, or undefined where it holds no words
 */
export function passageOf(node: Parents, source: string, role: Role): Passage | undefined {
  const characters: string[] = []
  const offsets: number[] = []
  collect(node.children as Nodes[], source, characters, offsets)
  const text = characters.join('')
  if (text.trim() === '' || !node.position) return undefined
  return {role, text, offsets: Int32Array.from(offsets), whole: node.position}
}

function collect(nodes: readonly Nodes[], source: string, characters: string[], offsets: number[]): void {
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    const isAfterDeleted = before?.type === 'textDirective' && before.name === 'del'
    if (node.type === 'text') {
      const places = textOffsets(node, source)
      for (let at = 0; at < node.value.length; at++) {
        // The space behind deleted words goes with them.
        if (at === 0 && isAfterDeleted && node.value[0] === ' ' && characters.at(-1) === ' ') continue
        characters.push(node.value[at] ?? '')
        offsets.push(places[at] ?? -1)
      }
    } else if (node.type === 'break') {
      characters.push(' ')
      offsets.push(-1)
    } else if (node.type === 'textDirective' && !transparent.has(node.name)) {
      if (node.name === 'del') continue
      characters.push(printed)
      offsets.push(-1)
    } else if (node.type === 'inlineCode') {
      characters.push(printed)
      offsets.push(-1)
    } else if (node.type !== 'footnoteReference' && node.type !== 'delete' && 'children' in node) {
      collect(node.children as Nodes[], source, characters, offsets)
    }
  }
}
