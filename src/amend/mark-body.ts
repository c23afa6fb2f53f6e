import {compareUnits, type UnitChange} from '../difference/index.ts'
import {applyEdits, type Edit} from '../fix/index.ts'
import {bodyUnits, linesOf} from './body-units.ts'
import {deleted, inserted, isRight, markedWords} from './mark-words.ts'
import type {Pairing} from './pairing.ts'
import {readKey} from './source-tokens.ts'
import {struckBlocks} from './struck-blocks.ts'
import {struckPlaces} from './struck-places.ts'
import type {BodyUnit, Counts, Marked, OldUnit} from './types.ts'

/** What is known when a body is marked. */
export interface Marking {
  old: readonly OldUnit[]
  /** Which unit of the body is which of the text in force; undefined where only their ids and words tell. */
  pairs?: Pairing | undefined
  /** Words as they were typed, of each unit; marks that are right already stay as they are. */
  typed: readonly string[]
  /** Ids that other files of the document use. */
  taken: ReadonlySet<string>
  isOperative: (words: string) => boolean
}

/**
 * A body with its amendments to a text in force marked, unit by unit.
 *
 * @param text  the body as it shall read, without marks
 */
export function markedBody(text: string, {old, pairs, typed, taken, isOperative}: Marking): Marked {
  const body = bodyUnits(text)
  const [olds, units] = comparable(old, body)
  const changes = compareUnits(olds, units, pairs?.(olds, units))
  const places = struckPlaces(old, body, changes, isOperative)
  const ids = new Set([...taken, ...body.flatMap(({id}) => id ?? [])])
  const blocks = struckBlocks(text, old, body, places, ids)
  const counts: Counts = {changed: 0, added: 0, deleted: 0, moved: 0}
  const [edits, shown, byHand]: [Edit[], string[], string[]] = [[], [], []]
  for (const change of changes) {
    const words = wordsOf(change, old, body, typed, blocks.firstUnder)
    const unit = body[change.after ?? -1]
    if (change.kind === 'deleted') {
      counts.deleted++
      shown.push(deleted(old[change.before ?? -1]?.text ?? ''))
    } else if (words === undefined) byHand.push(unit?.text ?? '')
    else if (unit && unit.kind !== 'pivot' && words !== unit.text) {
      edits.push({start: unit.start, end: unit.end, text: linesOf(unit, words)})
      shown.push(words)
      if (change.kind === 'same' || change.kind === 'changed') counts.changed++
      else counts[change.kind]++
    }
  }
  // Of two edits at one place the later one stands before the other.
  return {text: applyEdits(text, [...edits, ...blocks.edits]), counts, shown, byHand}
}

/** The two sides by what a reader sees of them; the line between preamble and operative part is itself on both. */
function comparable(old: readonly OldUnit[], body: readonly BodyUnit[]): [OldUnit[], BodyUnit[]] {
  const pivot = old.find(({isPivot}) => isPivot)
  const olds = old.map((unit) => ({...unit, text: readKey(unit.text)}))
  const units = body.map((unit) =>
    unit.kind === 'pivot'
      ? {...unit, id: pivot?.id, text: pivot ? readKey(pivot.text) : ''}
      : {...unit, text: readKey(unit.text)},
  )
  return [olds, units]
}

/** The words of a unit with its marks; undefined where they can only be put in by hand. */
function wordsOf(
  {kind, before, after}: UnitChange,
  old: readonly OldUnit[],
  body: readonly BodyUnit[],
  typed: readonly string[],
  firstUnder: ReadonlySet<number>,
): string | undefined {
  const unit = body[after ?? -1]
  if (!unit) return ''
  const isNew = kind === 'added' || kind === 'moved'
  const earlier = isNew ? '' : (old[before ?? -1]?.text ?? '')
  const own = typed[after ?? -1] ?? unit.text
  const needsColon = firstUnder.has(after ?? -1) && !unit.text.endsWith(':')
  if (own !== unit.text && !needsColon && isRight(own, earlier, unit.text)) return own
  if (readKey(earlier) === readKey(unit.text)) return unit.text
  return isNew ? insertedWords(unit.text) : markedWords(earlier, unit.text, needsColon)
}

function insertedWords(words: string): string | undefined {
  const marked = inserted(words)
  return isRight(marked, '', words) ? marked : undefined
}
