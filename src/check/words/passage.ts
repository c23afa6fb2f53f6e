import type {Nodes, Parents} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import {textOffsets} from '../../load/index.ts'
import {toText} from '../../tree/index.ts'
import {Change, type Passage, printed, type Role} from './types.ts'

/** Directives whose words are the author's own and are printed as they stand. */
const transparent = new Set(['sup', 'sub', 'ins', 'undecided'])

/**
 * The words of a block, as the reader of the proposed text reads them: deleted words are left out, inserted ones are in.
 *
 * @param node  a paragraph, heading or cell
 * @param source  the text that its positions count in
 * @param role  what it is in the file
 * @param isAmended  whether it is a text as adopted in which only what is put in or struck is the author's
 * @returns the passage, or undefined where it holds no words
 */
export function passageOf(node: Parents, source: string, role: Role, isAmended = false): Passage | undefined {
  const read: Read = {text: '', offsets: [], escaped: new Set(), changed: []}
  collect(node.children as Nodes[], source, read)
  if (read.text.trim() === '' || !node.position) return undefined
  return {
    role,
    text: read.text,
    offsets: new Int32Array(read.offsets),
    escaped: read.escaped,
    whole: node.position,
    ...(isAmended ? {changes: changesOf(read)} : {}),
  }
}

/** Whose each character is: a change reaches one character beyond what was put in or struck, where the two texts meet. */
function changesOf({text, changed}: Read): Uint8Array {
  const changes = new Uint8Array(text.length)
  for (const [start, end] of changed) {
    changes.fill(Change.beside, Math.max(0, start - 1), start)
    changes.fill(Change.putIn, start, end)
    if (changes[end] === Change.none) changes[end] = Change.beside
  }
  return changes
}

/** The words so far, and where each of their characters was written; -1 for what stands for others. */
interface Read {
  text: string
  offsets: number[]
  escaped: Set<number>
  /** From where to where words were put in; two times the same place where words were struck. */
  changed: [number, number][]
}

function collect(nodes: readonly Nodes[], source: string, read: Read): void {
  for (const [index, node] of nodes.entries()) {
    const before = nodes.slice(0, index).findLast(({type}) => type !== 'footnoteReference')
    const isAfterDeleted = before?.type === 'textDirective' && before.name === 'del'
    if (node.type === 'text') {
      const places = textOffsets(node, source)
      // The space behind deleted words goes with them.
      const first = isAfterDeleted && /^[ \u00a0]/.test(node.value) && /[ \u00a0]$/.test(read.text) ? 1 : 0
      read.text += node.value.slice(first)
      for (let at = first; at < places.length; at++) {
        const place = places[at] as number
        if (source[place] === '\\' && node.value[at] !== '\\') read.escaped.add(read.offsets.length)
        read.offsets.push(place)
      }
    } else if (node.type === 'break') {
      add(read, ' ')
    } else if (node.type === 'textDirective' && node.name === 'del') {
      read.changed.push([read.text.length, read.text.length])
    } else if (node.type === 'textDirective' && (!transparent.has(node.name) || isFigure(node))) {
      add(read, printed)
    } else if (node.type === 'inlineCode') {
      add(read, printed)
    } else if (node.type !== 'footnoteReference' && node.type !== 'delete' && 'children' in node) {
      const start = read.text.length
      collect(node.children as Nodes[], source, read)
      if (node.type === 'textDirective' && node.name === 'ins') read.changed.push([start, read.text.length])
    }
  }
}

/** Whether something is raised or lowered that would be read as figures of the number before it: 10:sup[6] is not 106. */
function isFigure(node: TextDirective): boolean {
  return (node.name === 'sup' || node.name === 'sub') && /\d/.test(toText(node))
}

function add(read: Read, character: string): void {
  read.text += character
  read.offsets.push(-1)
}
