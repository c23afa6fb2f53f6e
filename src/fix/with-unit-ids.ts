import {createHash} from 'node:crypto'
import type {Root} from 'mdast'
import {markdown} from '../load/index.ts'
import type {Edit} from './edit.ts'
import {type UnitPlace, unitPlaces} from './units.ts'

const digits = 'bcdfghjklmnpqrstvwxyz' // No vowels: an id never spells a word.
const idLength = 6

/** A Markdown file as it is given and as it comes back. */
export interface MarkdownText {
  name: string
  text: string
}

/**
 * Puts an id behind every unit that has none and changes nothing else.
 *
 * The original gets fresh ids. A translation takes those of the original where the two have the same units between
 * two ids that they share; elsewhere it is left alone, since a guess would tie a sentence to the wrong one.
 *
 * @param original  file of the original language
 * @param translations  the same file in other languages
 * @param taken  ids that other files of the document use already
 * @returns the files, in the order given, with the edit for each id that was put in
 */
export function withUnitIds(
  original: MarkdownText,
  translations: readonly MarkdownText[],
  taken: Iterable<string> = [],
): (MarkdownText & {edits: Edit[]})[] {
  const used = new Set(taken)
  const places = placesOf(original)
  const translated = translations.map((file) => ({file, own: placesOf(file)}))
  for (const place of [...places, ...translated.flatMap(({own}) => own)]) if (place.id) used.add(place.id)
  const tried = new Map<string, number>()
  const ids = places.map((place) => place.id ?? freshId(original.name, place.words, used, tried))
  return [
    insert(original, places, ids),
    ...translated.map(({file, own}) => insert(file, own, matched(own, places, ids))),
  ]
}

function placesOf(file: MarkdownText): UnitPlace[] {
  return unitPlaces(markdown.runSync(markdown.parse(file.text), file.text) as Root, file.text)
}

/** From the words as they are now; it is kept, never computed again, so later edits do not change it. */
function freshId(name: string, words: string, used: Set<string>, tried: Map<string, number>): string {
  // What was tried for the same words before is taken since then.
  for (let attempt = tried.get(words) ?? 0; ; attempt++) {
    tried.set(words, attempt + 1)
    const digest = createHash('sha256').update(`${name}\n${words}\n${attempt}`).digest()
    const id = Array.from(
      {length: idLength},
      (_, index) => digits[(digest[index] ?? 0) % digits.length],
    ).join('')
    if (used.has(id)) continue
    used.add(id)
    return id
  }
}

/** Ids for the units of a translation: segment by segment between shared ids, where the shapes are the same. */
function matched(
  own: readonly UnitPlace[],
  original: readonly UnitPlace[],
  ids: readonly string[],
): (string | undefined)[] {
  const result = own.map((place) => place.id)
  const shared = own.map((place) => (place.id ? ids.indexOf(place.id) : -1))
  const anchors = [
    {own: -1, original: -1},
    ...shared.flatMap((index, place) => (index >= 0 ? [{own: place, original: index}] : [])),
    {own: own.length, original: original.length},
  ]
  for (const [index, from] of anchors.entries()) {
    const to = anchors[index + 1]
    if (!to || to.original < from.original) continue
    const mine = own.slice(from.own + 1, to.own)
    const theirs = original.slice(from.original + 1, to.original)
    if (mine.length !== theirs.length || mine.some((place, at) => place.shape !== theirs[at]?.shape)) continue
    for (const [at, place] of mine.entries()) {
      const id = ids[from.original + 1 + at]
      if (!place.id && id && !result.includes(id)) result[from.own + 1 + at] = id
    }
  }
  return result
}

/** From the last place to the first, so that offsets stay right. */
function insert(
  file: MarkdownText,
  places: readonly UnitPlace[],
  ids: readonly (string | undefined)[],
): MarkdownText & {edits: Edit[]} {
  let {text} = file
  const edits: Edit[] = []
  for (let index = places.length - 1; index >= 0; index--) {
    const place = places[index]
    const id = ids[index]
    if (!place || place.id || !id) continue
    text = `${text.slice(0, place.end)} ^${id}${text.slice(place.end)}`
    edits.push({start: place.end, end: place.end, text: ` ^${id}`})
  }
  return {name: file.name, text, edits}
}
