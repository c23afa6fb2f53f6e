import type {Text} from 'mdast'
import type {Node, Parent} from 'unist'
import type {InlineNode} from './inline-types.ts'

/** Neighbouring nodes of a heading. */
export interface HeadingPiece {
  /** Whether they are its words as they will be: not the mark of a note, nor what is struck. */
  isWords: boolean
  nodes: InlineNode[]
}

/**
 * A heading in pieces: its words, and between them what a reference to it leaves out. The space behind struck words goes
 * with them.
 *
 * @param nodes  children of a heading; they are not changed
 */
export function headingPieces(nodes: readonly InlineNode[]): HeadingPiece[] {
  return joined(piecesOf(nodes))
}

function piecesOf(nodes: readonly Node[]): HeadingPiece[] {
  const pieces: HeadingPiece[] = []
  for (const node of nodes) {
    if (isLeftOut(node)) {
      pieces.push({isWords: false, nodes: [node as InlineNode]})
    } else if (node.type === 'text') {
      const {value} = node as Text
      const space = isBehindStruck(pieces) && /^[ \u00a0]/.test(value) ? 1 : 0
      if (space > 0) pieces.push({isWords: false, nodes: [{...node, value: value.slice(0, space)} as Text]})
      if (value.length > space)
        pieces.push({isWords: true, nodes: [{...node, value: value.slice(space)} as Text]})
    } else if ('children' in node) {
      for (const {isWords, nodes: children} of headingPieces((node as Parent).children as InlineNode[]))
        pieces.push({isWords, nodes: [{...node, children} as InlineNode]})
    } else pieces.push({isWords: true, nodes: [node as InlineNode]})
  }
  return pieces
}

function isLeftOut({type}: Node): boolean {
  return type === 'footnoteReference' || type === 'deleted' || type === 'delete'
}

/** Whether struck words came last, and a space before them or nothing. */
function isBehindStruck(pieces: readonly HeadingPiece[]): boolean {
  const last = pieces.at(-1)?.nodes.at(-1)
  if (last?.type !== 'deleted' && last?.type !== 'delete') return false
  const before = pieces.findLast(({isWords}) => isWords)?.nodes.at(-1)
  return before === undefined || (before.type === 'text' && /[ \u00a0]$/.test(before.value))
}

function joined(pieces: readonly HeadingPiece[]): HeadingPiece[] {
  const all: HeadingPiece[] = []
  for (const {isWords, nodes} of pieces) {
    const last = all.at(-1)
    if (last?.isWords === isWords) last.nodes = [...last.nodes, ...nodes]
    else all.push({isWords, nodes: [...nodes]})
  }
  return all
}
