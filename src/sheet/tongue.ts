import type {Language, Templates} from '../resolve/index.ts'

/** How a language writes what can be written without a translator. */
export interface Tongue {
  code: string
  /** Its name in messages. */
  english: string
  /** What stands between groups of three figures, and before decimals. */
  group: string
  decimal: string
  /** One thousand two hundred and thirty-four and a half, as it writes it. */
  sample: string
  /** Patterns of a date and of a month, with {day}, {month} and {year}, and the first day of a month. */
  date: string
  monthDate: string
  firstDay: string
  months: readonly string[]
  /** What stands behind a number for per cent, with its space. */
  perCent: string
}

/**
 * What the templates say of a language.
 *
 * @returns nothing where its templates have errors
 */
export function tongueOf({phrases, labels, usage}: Templates, {code, english}: Language): Tongue | undefined {
  // Templates of a root that have errors are not there.
  const [words, fixed, used] = [
    phrases?.get(code)?.value,
    labels?.get(code)?.value,
    usage?.get(code)?.value,
  ] as const
  if (!words || !fixed || !used) return undefined
  const [group = ',', decimal = '.'] = [words['number-group'], words['decimal-mark']]
  return {
    code,
    english,
    group,
    decimal,
    sample: `1${group}234${decimal}5`,
    date: words.date ?? '',
    monthDate: words['month-date'] ?? '',
    firstDay: words['first-day'] ?? '1',
    months: fixed.months,
    perCent: used['per-cent'].write,
  }
}
