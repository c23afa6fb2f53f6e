import type {Run} from '../../difference/index.ts'
import {textBesideFacts} from '../passages/pieces.ts'
import type {Passage, Piece} from '../passages/types.ts'
import type {ChangeKind} from '../types.ts'
import {retargeted, runsOf, shown, shownRuns} from './runs.ts'
import {spotOf} from './spots.ts'
import type {Found} from './types.ts'

/** What stood before a passage that is moved, and what stands before it now. */
interface Places {
  before: Passage | undefined
  after: Passage | undefined
}

/**
 * What became of the words of a passage.
 *
 * @param places  where it is moved
 * @returns undefined where nothing did
 */
export function changedPassage(one: Passage, other: Passage, places?: Places): Found | undefined {
  const isSame = keysOf(one.pieces) === keysOf(other.pieces)
  const isOther = one.picture !== other.picture
  if (isSame && !places && !isOther) return undefined
  const runs = isSame ? undefined : runsOf(one.pieces, other.pieces)
  const references = runs ? retargeted(runs) : []
  return {
    kind: places ? 'moved' : isSame ? 'picture' : kindOf(one, other, runs ?? []),
    what: other.kind,
    part: other.part,
    before: spotOf(one, places?.before),
    after: spotOf(other, places?.after),
    // A moved passage is known by its words.
    runs: runs ? shownRuns(runs) : shown('same', other.pieces),
    ...(references.length > 0 ? {references} : {}),
    ...factsOf(one, other),
  }
}

/** A passage that is set otherwise, such as on another level; undefined where it is set as it was. */
export function formChange(one: Passage, other: Passage): Found | undefined {
  if (one.form === other.form) return undefined
  return {
    kind: 'form',
    what: other.kind,
    part: other.part,
    before: spotOf(one),
    after: spotOf(other),
    runs: shown('same', other.pieces),
    facts: [],
    isFactual: false,
  }
}

function keysOf(pieces: readonly Piece[]): string {
  return pieces.map(({key}) => key).join('\u0001')
}

function kindOf(one: Passage, other: Passage, runs: readonly Run<Piece>[]): ChangeKind {
  if (areReferencesAlone(runs)) return 'references'
  const letters = ({pieces}: Passage): string =>
    pieces.map(({text, target}) => (target === undefined ? text : `⟨${target}⟩`)).join('')
  return letters(one) === letters(other) ? 'marks' : 'changed'
}

/** Words that are printed with a reference, such as “paragraph”. */
const wordsOfReference = 2

/** Whether nothing but references went and came, with the words that are printed with them. */
function areReferencesAlone(runs: readonly Run<Piece>[]): boolean {
  const isReference = (pieces: readonly Piece[]): boolean =>
    pieces.some(({target}) => target !== undefined) &&
    pieces.filter(({target, text}) => target === undefined && /[\p{L}\p{N}]/u.test(text)).length <=
      wordsOfReference
  return runs.every(
    ({kind, before, after}, index) =>
      kind === 'same' ||
      (isReference([...before, ...after]) &&
        runs[index + (kind === 'deleted' ? 1 : -1)]?.kind === opposite(kind)),
  )
}

function opposite(kind: 'deleted' | 'inserted'): string {
  return kind === 'deleted' ? 'inserted' : 'deleted'
}

/** The facts whose values differ, by their places in the words. */
function factsOf(one: Passage, other: Passage): Pick<Found, 'facts' | 'isFactual'> {
  const isFactual = textBesideFacts(one.pieces) === textBesideFacts(other.pieces)
  const [before, after] = [valuesOf(one.pieces), valuesOf(other.pieces)]
  const facts = [...new Set([...before.keys(), ...after.keys()])].filter(
    (fact) => before.get(fact) !== after.get(fact),
  )
  return {facts, isFactual: isFactual && facts.length > 0}
}

function valuesOf(pieces: readonly Piece[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const {fact, key} of pieces)
    if (fact !== undefined) values.set(fact, `${values.get(fact) ?? ''}${key}`)
  return values
}
