import type {Edit} from '../fix/index.ts'
import {deleted} from './mark-words.ts'
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
 * @param ids  that are in use; a struck paragraph whose id another has takes one of its own
 */
export function struckBlocks(
  text: string,
  old: readonly OldUnit[],
  body: readonly BodyUnit[],
  places: ReadonlyMap<number, StruckPlace>,
  ids: ReadonlySet<string>,
): StruckBlocks {
  const used = new Set(ids)
  const notes = new Set([...text.matchAll(/^\[\^([^\]\s]+)\]:/gm)].map(([, name]) => name))
  const wordsOf = ({id, text: words}: OldUnit): string => {
    const own = freshId(id, used)
    used.add(own)
    return `${deleted(withoutNotes(words, notes))} ^${own}`
  }
  const below = (index: number): number[] =>
    [...places].flatMap(([other, place]) =>
      place !== 'end' && 'under' in place && place.under === index ? [other] : [],
    )
  // What goes on without a label stands behind an empty line.
  const linesUnder = (index: number, prefix: string): string[] =>
    below(index).flatMap((other) => {
      const unit = old[other]
      return unit?.isContinuation ? [prefix.trimEnd(), `${prefix}${wordsOf(unit)}`] : itemLines(other, prefix)
    })
  const itemLines = (index: number, prefix: string): string[] => {
    const unit = old[index]
    return unit ? [`${prefix}1. ${wordsOf(unit)}`, ...linesUnder(index, `${prefix}   `)] : []
  }
  const blockLines = (index: number, prefix: string): string[] => {
    const unit = old[index]
    if (!unit) return []
    const own = `${prefix}${wordsOf(unit)}`
    const lines = linesUnder(index, prefix)
    return lines.length > 0 && lines[0] !== prefix.trimEnd()
      ? [own, prefix.trimEnd(), ...lines]
      : [own, ...lines]
  }
  // Several at one place, in the order of the text in force.
  const texts = new Map<number, string>()
  const firstUnder = new Set<number>()
  const put = (at: number, words: string): void => void texts.set(at, (texts.get(at) ?? '') + words)
  for (const [index, place] of places) {
    if (place === 'end') put(endOfWords(text), `\n\n${blockLines(index, '').join('\n')}`)
    else if ('first' in place) {
      const unit = body[place.first]
      if (!unit) continue
      const blank = unit.kind === 'item' ? '' : `\n${unit.inner.trimEnd()}`
      put(unit.own, `${firstUnder.has(place.first) ? '' : blank}\n${itemLines(index, unit.inner).join('\n')}`)
      firstUnder.add(place.first)
    } else if ('after' in place) {
      const [unit, words] = [body[place.after], old[index]]
      if (unit && words) put(unit.extent, `\n${unit.inner.trimEnd()}\n${unit.inner}${wordsOf(words)}`)
    } else if ('behind' in place) {
      const unit = body[place.behind]
      if (unit?.kind === 'item') put(unit.extent, `\n${itemLines(index, unit.prefix).join('\n')}`)
      else if (unit) {
        const blank = prefixOfBlock(unit)
        put(unit.extent, `\n${blank.trimEnd()}\n${blockLines(index, blank).join('\n')}`)
      }
    } else if ('before' in place) {
      const unit = body[place.before]
      if (unit?.kind === 'item')
        put(
          unit.start - widthOfMarker(unit),
          `${itemLines(index, unit.prefix).join('\n').slice(unit.prefix.length)}\n${unit.prefix}`,
        )
      else if (unit) {
        const at = lineStart(text, unit.start)
        const blank = prefixOfBlock(unit)
        put(at, `${blockLines(index, blank).join('\n')}\n${blank.trimEnd()}\n`)
      }
    }
  }
  return {edits: [...texts].map(([at, words]) => ({start: at, end: at, text: words})), firstUnder}
}

function widthOfMarker({inner, prefix}: BodyUnit): number {
  return inner.length - prefix.length
}

/** What a paragraph beside a unit begins with: a heading has none, since its signs stand before its words. */
function prefixOfBlock({kind, prefix}: BodyUnit): string {
  return kind === 'heading' ? '' : prefix
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Offset behind the last words; what is put there stands before the notes no less than behind them. */
function endOfWords(text: string): number {
  return text.trimEnd().length
}

function freshId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id
  for (let count = 1; ; count++) {
    const own = count === 1 ? `${id}-struck` : `${id}-struck-${count}`
    if (!used.has(own)) return own
  }
}

/** Words without references to notes that the body does not have: those of the text in force stay there. */
function withoutNotes(words: string, notes: ReadonlySet<string | undefined>): string {
  return words.replace(/\[\^([^\]\s]+)\]/g, (whole, name: string) => (notes.has(name) ? whole : ''))
}
