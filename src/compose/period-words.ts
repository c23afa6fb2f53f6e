import type {Typography} from '../resolve/index.ts'

// A mark that ends words: not the colon of “:sup[…]”, and none that has its space already.
const mark = /(?<=[^\s])([:;!?])(?=\s|$)/g
const quotation = /[“"]([^“”"]*)[”"]/g

/**
 * Words of templates/, which are written as in 2007-2010, as a period writes them: spaces before marks, its
 * quotation marks, and the words that it writes otherwise. Words of documents/ are their authors' own, and the rules say what their period asks for.
 *
 * @param words  any value of labels or phrases; texts at every depth are changed
 * @param typography  of the language in the period; without it nothing changes
 * @returns the value itself where nothing has to be changed
 */
export function inPeriod<T>(words: T, typography: Typography | undefined): T {
  if (!typography) return words
  const {marks, space} = typography['space-before']
  const pair = typography['quotation-marks'][0] ?? '“”'
  const hasOwnMarks = pair !== '“”' && pair !== '""'
  const hasSpace = space === 'non-breaking' || space === 'either'
  const others = typography.words ?? []
  if (!hasSpace && !hasOwnMarks && others.length === 0) return words
  const half = pair.length / 2
  const open = pair.slice(0, Math.ceil(half)).replace(' ', '\u00a0')
  const close = pair.slice(Math.floor(half)).replace(' ', '\u00a0')
  return mapped(words, (written) => {
    const text = others.reduce((before, {write, not}) => before.replaceAll(not, () => write), written)
    const spaced = hasSpace
      ? text.replace(mark, (found) => (marks.includes(found) ? `\u00a0${found}` : found))
      : text
    return hasOwnMarks ? spaced.replace(quotation, `${open}$1${close}`) : spaced
  })
}

/** A name as French of 2007-2010 writes it: no capital has an accent. */
export function withoutAccentedCapitals(name: string): string {
  return name.replace(/\p{Lu}/gu, (capital) =>
    capital
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC'),
  )
}

function mapped<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((item) => mapped(item, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, mapped(below, change)])) as T
}
