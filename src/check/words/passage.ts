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
  const read: Read = {text: '', offsets: []}
  collect(node.children as Nodes[], source, read)
  if (read.text.trim() === '' || !node.position) return undefined
  return {role, text: read.text, offsets: new Int32Array(read.offsets), whole: node.position}
}

/** The words so far, and where each of their characters was written; -1 for what stands for others. */
interface Read {
  text: string
  offsets: number[]
}

function collect(nodes: readonly Nodes[], source: string, read: Read): void {
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    const isAfterDeleted = before?.type === 'textDirective' && before.name === 'del'
    if (node.type === 'text') {
      const places = textOffsets(node, source)
      // The space behind deleted words goes with them.
      const first = isAfterDeleted && node.value.startsWith(' ') && read.text.endsWith(' ') ? 1 : 0
      read.text += node.value.slice(first)
      for (let at = first; at < places.length; at++) read.offsets.push(places[at] as number)
    } else if (node.type === 'break') {
      add(read, ' ')
    } else if (node.type === 'textDirective' && !transparent.has(node.name)) {
      if (node.name !== 'del') add(read, printed)
    } else if (node.type === 'inlineCode') {
      add(read, printed)
    } else if (node.type !== 'footnoteReference' && node.type !== 'delete' && 'children' in node) {
      collect(node.children as Nodes[], source, read)
    }
  }
}

function add(read: Read, character: string): void {
  read.text += character
  read.offsets.push(-1)
}
