import {quote} from '../message/index.ts'
import {dateIn, type SheetDate, writeDate} from './dates.ts'
import {escapeWords} from './escape-words.ts'
import type {KnownWords} from './known-words.ts'
import type {Habit} from './number-habit.ts'
import {type Numeral, numeralIn} from './numerals.ts'
import type {Tongue} from './tongue.ts'
import type {Refused} from './types.ts'
import {writeNumber} from './write-number.ts'

/** A paragraph or an item of a cell: what of it can be written in any language. */
export type Piece =
  | {kind: 'number'; text: string; numeral: Numeral}
  | {kind: 'date'; text: string; date: SheetDate}
  | {kind: 'same'; text: string}
  | {kind: 'words'; text: string; isHead: boolean}

/** What is known of a sheet that its words are read with. */
export interface Reading {
  tongue: Tongue
  known: KnownWords
}

// No letters, and no figures that a language writes in its own way, as numbers and dates: a dash, 2007-2008, 5/7.
const sign = /^(?!.*\d[.,'’ \u00a0\u202f\u2009]\d|\d{1,2}([/-])\d{1,2}\1\d\d$)[^\p{L}]+$/u
// Capitals and figures together, without a space: E58, A-12, CITES/2008.
const code = /^(?=.*\d)[A-Z0-9]+(?:[-/.][A-Z0-9]+)*$/

/**
 * What a paragraph or an item of a cell is.
 *
 * @param at  whether it heads a column or a row, and whether all words of its column are said to be the same in every language
 * @returns why it is refused: a date of which nobody knows which day it is
 */
export function pieceOf(
  text: string,
  {tongue, known}: Reading,
  {isHead, isSame}: {isHead: boolean; isSame: boolean},
): Piece | Refused {
  if (isSame || known.areSame(text)) return {kind: 'same', text}
  const date = dateIn(text, tongue)
  if (date === 'two days')
    return {
      refused: `${quote(text)} may be one of two days. Give the column of the sheet the form 2009-07-06, or write the names of the months.`,
    }
  if (date) return {kind: 'date', text, date}
  const numeral = numeralIn(text)
  if (numeral) return {kind: 'number', text, numeral}
  return sign.test(text) || code.test(text) ? {kind: 'same', text} : {kind: 'words', text, isHead}
}

/**
 * A piece as Markdown in a language.
 *
 * @param isParagraph  whether it begins a line of Markdown
 * @returns the words, and whether they still have to be translated: then they stand in a hint, as the sheet has them
 */
export function writePiece(
  piece: Piece,
  {reading, habit, into, isParagraph}: {reading: Reading; habit: Habit; into: Tongue; isParagraph: boolean},
): {words: string; isMissing: boolean} {
  const escaped = (words: string): string => escapeWords(words, isParagraph)
  if (piece.kind === 'number')
    return {words: escaped(writeNumber(piece.numeral, habit, into)), isMissing: false}
  if (piece.kind === 'date') return {words: writeDate(piece.date, into), isMissing: false}
  if (piece.kind === 'same' || into.code === reading.tongue.code)
    return {words: escaped(piece.text), isMissing: false}
  const known = reading.known.in(piece.text, into.code, piece.isHead)
  if (known !== undefined) return {words: escaped(known), isMissing: false}
  return {words: `:hint[${escapeWords(piece.text, false)}]`, isMissing: true}
}
