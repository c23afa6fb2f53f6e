import type {Level} from '../resolve/index.ts'

const alphabetSize = 26 // 26 prints z), 27 prints aa): the letter repeated, as Word does.

/**
 * A number in one of the formats of templates/numbering.yaml.
 *
 * @param format  decimal, lower-letter, lower-roman, upper-letter
 * @param index  place in the sequence, from 1
 * @throws RangeError  below 1: a counter never stands there
 */
export function formatNumber(format: Level['format'], index: number): string {
  if (index < 1) throw new RangeError(`Cannot format ${index}: numbers begin at 1.`)
  if (format === 'lower-letter') return letters(index)
  if (format === 'upper-letter') return letters(index).toUpperCase()
  if (format === 'lower-roman') return roman(index)
  return String(index)
}

function letters(index: number): string {
  const letter = String.fromCharCode(97 + ((index - 1) % alphabetSize))
  return letter.repeat(Math.ceil(index / alphabetSize))
}

/** Signs of notes in Word's format `chicago`. Source: ISO/IEC 29500-1, 17.18.59. */
const chicagoSigns = ['*', '†', '‡', '§']

/**
 * The label of a note: its place as a number, or a sign, repeated from the fifth note on.
 *
 * @param place  from 1
 * @param format  of the document; numbers where there is none
 */
export function noteLabel(place: number, format: 'chicago' | undefined): string {
  if (format === undefined) return String(place)
  const sign = chicagoSigns[(place - 1) % chicagoSigns.length] ?? ''
  return sign.repeat(Math.ceil(place / chicagoSigns.length))
}

const romanDigits: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(index: number): string {
  let rest = index
  let text = ''
  for (const [value, digit] of romanDigits) {
    while (rest >= value) {
      text += digit
      rest -= value
    }
  }
  return text
}

/**
 * The label of a unit as printed: `12.`, `a)`, `iv)`, `A.`, or a decision's own number.
 *
 * @param levels  of its sequence
 * @param level  depth of the unit, from 0
 * @param counters  counters of its levels, from 0 to `level`
 * @param literal  label of the decision, where the level's format is literal
 */
export function labelOf(
  levels: readonly Level[],
  level: number,
  counters: readonly number[],
  literal = '',
): string {
  const own = levels[level]
  if (!own) throw new RangeError(`Cannot label depth ${level}: the sequence has ${levels.length} levels.`)
  if (own.format === 'literal') return literal
  return own.text.replace(/%([1-9])/g, (_whole, digit: string) => {
    const at = Number(digit) - 1
    return formatNumber(levels[at]?.format ?? 'decimal', counters[at] ?? 1)
  })
}
