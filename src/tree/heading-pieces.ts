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
 * with them, and so do spaces at either end, before or behind the mark of a note.
 *
 * @param nodes  children of a heading; they are not changed
 */
export function headingPieces(nodes: readonly InlineNode[]): HeadingPiece[] {
  const pieces = joined(piecesOf(nodes))
  const first = pieces.findIndex(({isWords}) => isWords)
  const last = pieces.findLastIndex(({isWords}) => isWords)
  return joined(
    pieces.flatMap((piece, index) => {
      const before = index === first ? cut(piece, /^[ \u00a0]+(?=.)/) : [piece]
      return before.flatMap((own) => (index === last && own.isWords ? cut(own, /(?<=.)[ \u00a0]+$/) : [own]))
    }),
  )
}

/** A piece of words without a space at its beginning or end, and that space. */
function cut({nodes}: HeadingPiece, space: RegExp): HeadingPiece[] {
  const isAtEnd = space.source.endsWith('$')
  const node = nodes.at(isAtEnd ? -1 : 0)
  const [found] = (node?.type === 'text' && space.exec(node.value)) || []
  if (node?.type !== 'text' || found === undefined) return [{isWords: true, nodes}]
  const words: Text = {...node, value: node.value.replace(space, '')}
  const left: HeadingPiece = {isWords: false, nodes: [{...node, value: found}]}
  return isAtEnd
    ? [{isWords: true, nodes: [...nodes.slice(0, -1), words]}, left]
    : [left, {isWords: true, nodes: [words, ...nodes.slice(1)]}]
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
      for (const {isWords, nodes: children} of joined(piecesOf((node as Parent).children)))
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
