/** A number as a sheet writes it, before it is known how it writes numbers. */
export interface Numeral {
  text: string
  /** What stands before the figures, such as `−` or `<`. */
  sign: string
  /** Figures before and behind the mark of decimals. */
  whole: string
  fraction: string
  /** What stands between its groups of three figures, and before its decimals. */
  group?: string
  decimal?: string
  /** A mark that may be either: `1,234`. Its figures are in `whole` and `fraction`. */
  either?: string
  /** Unit behind it with the space before that; `%` for a share. */
  unit: string
  /** Whether nothing but figures stands there. */
  isPlain: boolean
}

const space = '[ \\u00a0\\u202f\\u2009]'
// Symbols that are the same in every language (SI brochure, 9th edition, chapter 5).
const units = 'kg|mg|g|t|mm|cm|km²|km|m²|m³|m|ha|l|°C|‰|%'
const around = new RegExp(
  `^([-+−±<>≤≥~≈]?)${space}?(\\d[\\d.,\\u00a0\\u202f\\u2009 ]*?)((?:${space}?(?:${units}))?)$`,
  'u',
)

const plain = /^(?:0|[1-9]\d*)$/
const spaced = new RegExp(`^([1-9]\\d{0,2}(?:${space}\\d{3})+)(?:([.,])(\\d+))?$`, 'u')
const repeated = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+$/
const both = /^([1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)([.,])(\d+)$/
const single = /^(0|[1-9]\d*)([.,])(\d+)$/

/**
 * The number that a cell is, as a whole; nothing of words, codes (`0012`), dates and numbers of paragraphs (`2.1.3`).
 *
 * @param text  one line
 */
export function numeralIn(text: string): Numeral | undefined {
  const [, sign = '', figures = '', unit = ''] = around.exec(text) ?? []
  const read = figures === '' ? undefined : figuresOf(figures)
  return read && {text, sign, unit, isPlain: figures === text && plain.test(figures), ...read}
}

type Figures = Pick<Numeral, 'whole' | 'fraction' | 'group' | 'decimal' | 'either'>

function figuresOf(figures: string): Figures | undefined {
  const digits = (text: string): string => text.replace(/\D/g, '')
  if (plain.test(figures)) return {whole: figures, fraction: ''}
  const [, grouped, mark, fraction = ''] = spaced.exec(figures) ?? []
  if (grouped !== undefined)
    return {whole: digits(grouped), fraction, group: ' ', ...(mark ? {decimal: mark} : {})}
  const group = repeated.exec(figures)?.[1]
  if (group !== undefined) return {whole: digits(figures), fraction: '', group}
  const [, before, inner, decimal, behind = ''] = both.exec(figures) ?? []
  if (before !== undefined && inner !== undefined && decimal !== undefined)
    return inner === decimal ? undefined : {whole: digits(before), fraction: behind, group: inner, decimal}
  const [, whole, only, rest] = single.exec(figures) ?? []
  if (whole === undefined || only === undefined || rest === undefined) return undefined
  const isEither = rest.length === 3 && whole.length <= 3 && whole !== '0'
  return {whole, fraction: rest, ...(isEither ? {either: only} : {decimal: only})}
}
