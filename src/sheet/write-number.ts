import type {Habit} from './number-habit.ts'
import type {Numeral} from './numerals.ts'
import type {Tongue} from './tongue.ts'

/** Years of the Convention and around: no count has its figures ungrouped in the same range by chance alone. */
const year = /^(?:19|20)\d\d$/

/**
 * A number as a language writes it: figures in groups of three, its own mark before decimals, its own way of saying per
 * cent. A year has no groups.
 *
 * @param habit  of the sheet
 */
export function writeNumber(numeral: Numeral, habit: Habit, tongue: Tongue): string {
  const {text, sign, unit, either, isPlain} = numeral
  if (isPlain && year.test(text)) return text
  const isWhole = either !== undefined && habit(either) === 'group'
  const whole = isWhole ? numeral.whole + numeral.fraction : numeral.whole
  const fraction = isWhole || numeral.fraction === '' ? '' : tongue.decimal + numeral.fraction
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => tongue.group)
  return `${sign}${grouped}${fraction}${unitIn(unit, tongue)}`
}

function unitIn(unit: string, {perCent}: Tongue): string {
  if (unit === '') return ''
  if (unit.endsWith('%')) return perCent.replace(/^ /, '\u00a0')
  // A unit does not part from its number.
  return unit.replace(/^\s/, '\u00a0')
}
