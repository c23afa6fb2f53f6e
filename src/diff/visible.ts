import {usedStyles} from '../render/index.ts'
import type {Numbering, Styles} from '../resolve/index.ts'
import type {DocumentTree} from '../tree/index.ts'
import type {Reason} from './types.ts'

/**
 * Whether two finished trees give the same bytes where styles and numbering are the same: in which file and on which line
 * something was written is not asked.
 */
export function isSameTree(one: DocumentTree, other: DocumentTree): boolean {
  return JSON.stringify(one, visible) === JSON.stringify(other, visible)
}

function visible(key: string, value: unknown): unknown {
  if (key === 'position') return undefined
  if (key === 'file' && typeof value === 'string' && value.startsWith('documents/')) return undefined
  if (key === 'data') return (value as {merged?: unknown} | undefined)?.merged
  return value
}

/** How things look on a side. */
export interface Looks {
  styles: Styles
  numbering: Numbering
}

/** Sequences whose form is part of every page, whether a document has them or not. */
const always = ['paragraphs', 'decision', 'quoted-decision']

/** What of the templates makes the bytes of a document others, though its tree is the same. */
export function looksOtherwise(
  before: Looks & {tree: DocumentTree},
  after: Looks & {tree: DocumentTree},
): Reason[] {
  const reasons: Reason[] = []
  const styles = ({styles: all, numbering, tree}: typeof before): string =>
    JSON.stringify(usedStyles(all, numbering, tree))
  if (before.styles !== after.styles && styles(before) !== styles(after)) reasons.push('styles')
  const numbering = ({numbering: all, tree}: typeof before): string =>
    JSON.stringify([...always, ...tree.sequences.map(({kind}) => kind)].map((kind) => all[kind]))
  if (before.numbering !== after.numbering && numbering(before) !== numbering(after))
    reasons.push('numbering')
  return reasons
}
