import type {Node} from 'unist'
import {quote} from '../../message/index.ts'
import {type Part, visit} from '../../tree/index.ts'

/** What a unit without a label is, and why it has none. */
const reasons = new Map([
  ['clause', 'is a paragraph without a number'],
  ['continuation', 'is a paragraph without a number'],
  ['captionedTable', 'is a table, and tables have no numbers'],
  ['tableCaption', 'is a table, and tables have no numbers'],
  ['captionedPicture', 'is a picture, and pictures have no numbers'],
  ['pictureCaption', 'is a picture, and pictures have no numbers'],
  ['tableCell', 'is a cell of a table, and tables have no numbers'],
])

/**
 * That a reference leads to something that has no label, and what to refer to instead: an item under it, the annex in which
 * it stands, or the paragraph before it.
 *
 * @param target  its unit
 * @param at  its node and its part
 */
export function withoutLabel(target: string, {node, part}: {node: Node; part: Part | undefined}): string {
  const what = reasons.get(node.type) ?? 'has no number that could be printed'
  let item: string | undefined
  visit(node, 'provision', ({unit}) => {
    item ??= unit
  })
  const annex = part && part.name !== 'body' ? part.name : undefined
  const others = [
    ...(item === undefined ? [] : [`an item under it (“:ref[${item}]”)`]),
    ...(annex === undefined ? [] : [`its annex (“:ref[${annex}]”)`]),
    ...(item === undefined ? ['a paragraph that has a number, or its heading'] : []),
  ]
  return `${quote(target)} ${what}. Refer to ${others.join(', or to ')}.`
}
