import {deleted} from './mark-words.ts'
import type {StruckPlace} from './struck-places.ts'
import type {OldUnit} from './types.ts'

/** How paragraphs of the text in force are written once they are struck, with those that are struck under them. */
export interface StruckLines {
  /** The words of one, struck, with an id. */
  words(index: number): string
  /** One as an item. */
  item(index: number, prefix: string): string[]
  /** One as a paragraph. */
  block(index: number, prefix: string): string[]
}

/**
 * @param places  from struckPlaces
 * @param ids  that are in use; a struck paragraph whose id another has takes one of its own
 */
export function struckLines(
  old: readonly OldUnit[],
  places: ReadonlyMap<number, StruckPlace>,
  ids: ReadonlySet<string>,
): StruckLines {
  const used = new Set(ids)
  const below = (index: number): number[] =>
    [...places].flatMap(([other, place]) =>
      place !== 'end' && 'under' in place && place.under === index ? [other] : [],
    )
  const words = (index: number): string => {
    const {id = '', text: own = ''} = old[index] ?? {}
    const fresh = freshId(id, used)
    used.add(fresh)
    return `${deleted(own)} ^${fresh}`
  }
  // What goes on without a label stands behind an empty line.
  const under = (index: number, prefix: string): string[] =>
    below(index).flatMap((other) =>
      old[other]?.isContinuation ? [prefix.trimEnd(), `${prefix}${words(other)}`] : item(other, prefix),
    )
  const item = (index: number, prefix: string): string[] => [
    `${prefix}1. ${words(index)}`,
    ...under(index, `${prefix}   `),
  ]
  const block = (index: number, prefix: string): string[] => {
    const own = `${prefix}${words(index)}`
    const lines = under(index, prefix)
    const isList = lines.length > 0 && lines[0] !== prefix.trimEnd()
    return [own, ...(isList ? [prefix.trimEnd()] : []), ...lines]
  }
  return {words, item, block}
}

function freshId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id
  for (let count = 1; ; count++) {
    const own = count === 1 ? `${id}-struck` : `${id}-struck-${count}`
    if (!used.has(own)) return own
  }
}
