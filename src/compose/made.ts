import type {Node, Parent} from 'unist'
import {caps} from '../load/index.ts'
import {type Context, type InlineSource, type Made, reportError} from './context.ts'

/** Where it is said when it is too much. */
type Spot = Pick<InlineSource, 'path' | 'place'>

/** Nothing is made yet. */
export function nothingYet(): Made {
  return {pieces: 0, within: 0, mostWithin: 0, isTooMuch: false}
}

const charactersOfPiece = 64

/**
 * Counts nodes that were made of words, and reports those with which it is too much.
 *
 * @param nodes  made from other nodes that were counted, or new
 * @param source  where the words stand
 */
export function countMade(context: Context, nodes: readonly Node[], source: Spot): void {
  for (const node of nodes) count(context, 1 + lengthOf(node), source)
}

/**
 * The same of nodes with all that stands in them: what is put in a second time, and blocks that facts print.
 *
 * @param nodes  such as a value that a phrase names several times
 */
export function countAgain(context: Context, nodes: readonly Node[], source: Spot): void {
  for (const node of nodes) {
    if (context.made.isTooMuch) return
    count(context, 1 + lengthOf(node), source)
    if ('children' in node) countAgain(context, (node as Parent).children, source)
  }
}

function lengthOf(node: Node): number {
  const {value} = node as {value?: unknown}
  return typeof value === 'string' ? Math.floor(value.length / charactersOfPiece) : 0
}

function count(context: Context, pieces: number, source: Spot): void {
  const {made, open} = context
  if (made.isTooMuch) return
  made.pieces += pieces
  if (open.size > 0) made.within += pieces
  made.mostWithin = Math.max(made.mostWithin, made.within)
  const {namedPieces, madePieces} = caps
  if (made.within > namedPieces.most)
    tooMuch(
      context,
      source,
      `With what these words name they would become more than ${namedPieces.most} pieces: they name facts or titles whose words name others again. Take some of the names out of them.`,
    )
  else if (made.pieces > madePieces.most)
    tooMuch(
      context,
      source,
      `Here the document has become more than ${madePieces.most} pieces, with what its words name. Split it.`,
    )
}

function tooMuch(context: Context, {path, place}: Spot, reason: string): void {
  reportError(context, path, place, caps.madePieces.rule, reason)
  context.made.isTooMuch = true
}
