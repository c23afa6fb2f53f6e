import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {story} from './story.ts'

// Reads what the build printed and what the YAML says, by nothing of src/.

/** A YAML file of the project as plain data. */
export const yaml = (path: string) => parse(readFileSync(join(story, path), 'utf8'))

const months: Record<string, string> = {
  en: 'January February March April May June July August September October November December',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
}
/**
 * How each language writes dates and money:
 * 1 October 2009, USD 85,000 · 1er octobre 2009, USD 85 000 · 1 de octubre de 2009, 85.000 dólares
 */
export const forms: Record<
  string,
  {of: string; first: string; group: string; before: string; after: string}
> = {
  en: {of: ' ', first: '1', group: ',', before: 'USD ', after: ''},
  fr: {of: ' ', first: '1er', group: ' ', before: 'USD ', after: ''},
  es: {of: ' de ', first: '1', group: '.', before: '', after: ' dólares'},
}

/** What reads dates, amounts and other numbers in the built texts of a language. */
export function readerOf(code: string) {
  const {of = '', first = '', group = '', before = '', after = ''} = forms[code] ?? {}
  const names = months[code]?.split(' ') ?? []
  const dates = new RegExp(`(?:(${first}|\\d{1,2})${of})?(${names.join('|')})${of}(\\d{4})`, 'g')
  const amounts = new RegExp(`${before}(\\d{1,3}(?:\\${group}\\d{3})*)(?!\\d)${after}`, 'g')
  const notBare = new RegExp(`${dates.source}|${amounts.source}|\\d+\\.\\d+`, 'g')
  const dateIn = ([, day = '', month = '', year]: RegExpExecArray): string =>
    `${year}-${String(names.indexOf(month) + 1).padStart(2, '0')}-${String(Number.parseInt(day, 10)).padStart(2, '0')}`
  return {
    /** The built text, with spaces that break. */
    textOf: (document: string): string =>
      readFileSync(join(story, `out/${document}.${code}.txt`), 'utf8').replace(/[\u00a0\u202f]/g, ' '),
    /** Whole dates, in the order of the text. */
    dates: (text: string): string[] => [...text.matchAll(dates)].filter(([, day]) => day).map(dateIn),
    /** Amounts of money, in the order of the text. */
    amounts: (text: string): number[] =>
      [...text.matchAll(amounts)].map(([, digits = '']) => Number(digits.replaceAll(group, ''))),
    /** Numbers that are neither a date, nor money, nor the number of a decision. */
    bare: (text: string): string => text.replace(notBare, ''),
  }
}

/** Tables of a text: rows, the heading left out, of cells without the mark of an example. */
export function tablesOf(text: string): string[][][] {
  const blocks = text.match(/(?:^.* \| .*\n?)+/gm) ?? []
  return blocks.map((block) =>
    block
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.replaceAll('°', '').split(' | ')),
  )
}

/** A text without its tables. */
export const proseOf = (text: string): string => text.replace(/^.* \| .*$/gm, '')
