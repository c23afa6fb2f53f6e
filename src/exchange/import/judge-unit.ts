import {quote} from '../../message/index.ts'
import {digestOf, type UnitPair} from '../../translation/index.ts'
import {alignedTo, withoutOwn} from '../aligned.ts'
import {exchangeCaps} from '../caps.ts'
import {codesOf, segmentOf} from '../segment.ts'
import {typedWords} from '../typed-words.ts'
import type {Code, Returned, ReturnedUnit, Segment} from '../types.ts'
import {codeFault} from './code-fault.ts'
import {digitsIn, numberApart, separateTexts} from './digits.ts'
import {codesReturned, isSame, textReturned, trimmed} from './same-words.ts'

/** What is to be done with a unit that came back. */
export type Judgement =
  /** Nobody wrote anything, or what stands in the sources already. */
  | {kind: 'nothing' | 'unchanged'}
  /** The original, in a file that says of the unit that it is to be translated. */
  | {kind: 'same'}
  | {kind: 'refused'; reason: string}
  /** Words as they are typed in a source; `isSame` where they are those of the original. */
  | {kind: 'words'; words: string; isSame: boolean}

/**
 * @param pair  the unit as it stands in the sources
 * @param context  whether it stands between the bars of a table, and whether its words were adopted
 */
export function judgeUnit(
  returned: ReturnedUnit,
  pair: UnitPair,
  {isBetweenBars, isAdopted}: {isBetweenBars: boolean; isAdopted: boolean},
): Judgement {
  if (!returned.target) return {kind: 'nothing'}
  const target = trimmed(returned.target)
  const {original, translation} = pair
  const source = segmentOf(original.source)
  const present = translation && alignedTo(translation.source, source)
  if (present && (isSame(target, present) || isSame(target, withoutOwn(present, source))))
    return {kind: 'unchanged'}
  const codes = new Map<number, Code>(
    [...codesOf(source), ...codesOf(present ?? [])].map((code) => [code.id, code]),
  )
  const words = areKnown(target, codes) ? typedWords(target, codes, isBetweenBars) : undefined
  // It was changed in the sources since, and not by whoever sends this back.
  if (words !== undefined && digestOf(words) === returned.translation) return {kind: 'nothing'}
  const isUntouched = JSON.stringify(target) === JSON.stringify(trimmed(returned.source))
  if (isUntouched && returned.isToDo && hasLetters(target)) return {kind: 'same'}
  const reason =
    olderFault(returned, pair, source) ??
    (isAdopted && translation
      ? 'Its words were adopted, and nobody changes them. Take the translation back.'
      : undefined) ??
    wordsFault(target, source, {present, isStale: pair.verdict === 'stale'})
  if (reason !== undefined) return {kind: 'refused', reason}
  if (words === undefined)
    return {
      kind: 'refused',
      reason: 'Its words and codes cannot be typed so that the same is read. Change it in the source.',
    }
  return {kind: 'words', words, isSame: isUntouched && hasLetters(target)}
}

function areKnown(target: Returned, codes: ReadonlyMap<number, Code>): boolean {
  return codesReturned(target).every(({id}) => id !== undefined && codes.has(id))
}

function hasLetters(target: Returned): boolean {
  return /\p{L}/u.test(textReturned(target))
}

function olderFault(
  {source: returned, digest, translation: digestThen}: ReturnedUnit,
  {original, translation}: UnitPair,
  source: Segment,
): string | undefined {
  if (!isSame(returned, source) || (digest !== undefined && digest !== digestOf(original.source)))
    return `The original is not the one that was exported: now it is ${quote(original.source)}. Export it again.`
  if (digest === undefined && digestThen === undefined) return undefined
  const now = translation && digestOf(translation.source)
  if (digestThen === now) return undefined
  return `The translation was changed in the sources since it was exported: now it is ${quote(translation?.source ?? '')}. Export it again.`
}

function wordsFault(
  target: Returned,
  source: Segment,
  {present, isStale}: {present: Segment | undefined; isStale: boolean},
): string | undefined {
  const text = textReturned(target)
  if (/[\n\r\u2028\u2029]/.test(text))
    return 'It has a line break, which would begin a paragraph. A unit is one paragraph in every language: put its words on one line.'
  if (/\p{Cc}/u.test(text)) return 'It has a control character. Take it out.'
  if (text.length > exchangeCaps.characters)
    return `It has ${text.length} characters, and ${exchangeCaps.characters} are the most of a unit.`
  return (
    codeFault(target, source, present) ??
    digitsFault(separateTexts(target), source, isStale ? undefined : present)
  )
}

/** Numbers stand in every language with the same digits, but where a translation that holds has others already. */
function digitsFault(text: string, source: Segment, present: Segment | undefined): string | undefined {
  const apart = numberApart(separateTexts(source), text)
  if (!apart) return undefined
  if (present && String(digitsIn(separateTexts(present))) === String(digitsIn(text))) return undefined
  const {lost, come} = apart
  const said =
    lost !== undefined && come !== undefined
      ? `It has ${quote(come)} where the original has ${quote(lost)}.`
      : lost !== undefined
        ? `It has not the number ${quote(lost)} of the original.`
        : `It has the number ${quote(come ?? '')}, which the original has not.`
  return `${said} Write the number of the original; where it is meant so, change that unit in the source.`
}
