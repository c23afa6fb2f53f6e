import {quote} from '../../message/index.ts'
import {isCaption, visit} from '../../tree/index.ts'
import type {OtherUnit, Units} from './unit-targets.ts'

/** What may have a caption, as authors call it, which is also the name of its directive. */
const captioned: ReadonlyMap<string, string> = new Map([
  ['captionedTable', 'table'],
  ['captionedPicture', 'picture'],
])

/** What a unit without a label is, and why it has none. */
const reasons = new Map([
  ['clause', 'is a paragraph without a number'],
  ['continuation', 'is a paragraph without a number'],
])

/**
 * That a reference leads to something that has no label, and what to refer to instead: an item under it, its table, the
 * annex in which it stands, or the paragraph before it.
 *
 * @param target  its unit, or the id of a row or column of a table
 * @param other  what is called so
 * @param units  of the document
 */
export function withoutLabel(target: string, other: OtherUnit, units: Units): string {
  const {node, part, table} = other
  const what = captioned.get(node.type)
  if (what !== undefined) return withoutCaption(target, what)
  let item: string | undefined
  visit(node, 'provision', ({unit}) => {
    item ??= unit
  })
  const annex = part && part.name !== 'body' ? part.name : undefined
  const others = [
    ...(item === undefined ? [] : [`an item under it (“:ref[${item}]”)`]),
    ...(table && units.targets.has(table.unit) ? [`its table (“:ref[${table.unit}]”)`] : []),
    ...(annex === undefined ? [] : [`its annex (“:ref[${annex}]”)`]),
    ...(item === undefined && !table ? ['a paragraph that has a number, or its heading'] : []),
  ]
  const remedies = others.length > 0 ? others : ['a paragraph that has a number, or a heading']
  return `${quote(target)} ${whatOf(other)}. Refer to ${remedies.join(', or to ')}.`
}

function withoutCaption(target: string, what: string): string {
  return `${quote(target)} is a ${what} without a caption, so that there is nothing that a reference could print. Write its caption between square brackets, “:::${what}[…]{id=${target}}”, or refer to a paragraph.`
}

function whatOf({node, table}: OtherUnit): string {
  if (isCaption(node)) return 'is a caption'
  if (table) return 'stands in a table, and cells, rows and columns have no numbers'
  return reasons.get(node.type) ?? 'has no number that could be printed'
}
