import type {Edit} from '../fix/index.ts'
import {type StruckLines, struckLines} from './struck-lines.ts'
import type {StruckPlace} from './struck-places.ts'
import type {BodyUnit, OldUnit} from './types.ts'

/** What is put back into a body, struck. */
export interface StruckBlocks {
  edits: Edit[]
  /** Units under which a struck list stands that had none. */
  firstUnder: Set<number>
}

/**
 * The edits that put struck paragraphs and items into a body.
 *
 * @param text  the body
 * @param places  from struckPlaces, in the order of the text in force
 * @param ids  that are in use
 */
export function struckBlocks(
  text: string,
  old: readonly OldUnit[],
  body: readonly BodyUnit[],
  places: ReadonlyMap<number, StruckPlace>,
  ids: ReadonlySet<string>,
): StruckBlocks {
  const lines = struckLines(old, places, ids)
  // Several at one place, in the order of the text in force.
  const texts = new Map<number, string>()
  const firstUnder = new Set<number>()
  for (const [index, place] of places) {
    const isFirst = place !== 'end' && 'first' in place && !firstUnder.has(place.first)
    const put = insertion({text, body, lines}, index, place, isFirst)
    if (put) texts.set(put.at, (texts.get(put.at) ?? '') + put.words)
    if (place !== 'end' && 'first' in place) firstUnder.add(place.first)
  }
  return {edits: [...texts].map(([at, words]) => ({start: at, end: at, text: words})), firstUnder}
}

interface Setting {
  text: string
  body: readonly BodyUnit[]
  lines: StruckLines
}

interface Insertion {
  at: number
  words: string
}

/** Where one is put, and what; undefined for what stands under another that is put back. */
function insertion(
  {text, body, lines}: Setting,
  index: number,
  place: StruckPlace,
  isFirst: boolean,
): Insertion | undefined {
  if (place === 'end') return {at: text.trimEnd().length, words: `\n\n${lines.block(index, '').join('\n')}`}
  if ('under' in place) return undefined
  const unit =
    body[
      'first' in place
        ? place.first
        : 'after' in place
          ? place.after
          : 'behind' in place
            ? place.behind
            : place.before
    ]
  if (!unit) return undefined
  const {prefix, inner, extent, own} = unit
  const isItem = unit.kind === 'item'
  if ('first' in place) {
    // Under a paragraph a list stands behind an empty line, in an item right under its words.
    const blank = isFirst && !isItem ? `\n${inner.trimEnd()}` : ''
    return {at: own, words: `${blank}\n${lines.item(index, inner).join('\n')}`}
  }
  if ('after' in place) return {at: extent, words: `\n${inner.trimEnd()}\n${inner}${lines.words(index)}`}
  if ('behind' in place)
    return isItem
      ? {at: extent, words: `\n${lines.item(index, prefix).join('\n')}`}
      : {at: extent, words: `\n${prefix.trimEnd()}\n${lines.block(index, prefix).join('\n')}`}
  return isItem
    ? beforeItem(unit, lines.item(index, prefix))
    : beforeBlock(text, unit, lines.block(index, prefix))
}

function beforeItem({start, prefix, inner}: BodyUnit, lines: readonly string[]): Insertion {
  const marker = inner.length - prefix.length
  return {at: start - marker, words: `${lines.join('\n').slice(prefix.length)}\n${prefix}`}
}

/** Before a paragraph or a heading, which begins its line but for its signs; with an empty line on both sides. */
function beforeBlock(text: string, {start, prefix}: BodyUnit, lines: readonly string[]): Insertion {
  const at = text.lastIndexOf('\n', start - 1) + 1
  const blank = prefix.trimEnd()
  const before = text.slice(text.lastIndexOf('\n', at - 2) + 1, Math.max(0, at - 1))
  const isBehindBlank = prefix !== '' || /^(?::::.*)?$/.test(before)
  return {at, words: `${isBehindBlank ? '' : '\n'}${lines.join('\n')}\n${blank}\n`}
}
