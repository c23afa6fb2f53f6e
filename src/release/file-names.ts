import type {DocumentPlan, FileNames} from '../resolve/index.ts'

/**
 * Name without its extension under which a part of a document is released, such as `E58-24` or `F58-36-1A2`.
 *
 * @param names  patterns of its kind
 * @param plan  with its number
 * @param letter  of the language
 * @param part  0 for the body, then the place of the annex from 1
 */
export function fileName(
  names: FileNames,
  {meeting, yaml}: Pick<DocumentPlan, 'meeting' | 'yaml'>,
  letter: string,
  part: number,
): string {
  const {number, revision} = yaml.value.symbol ?? {}
  const values = new Map([
    ['letter', letter],
    ['ordinal', String(meeting.ordinal)],
    ['number', (number ?? '').replace(/[./]/g, '-')],
    // No. 1999/33 was printed without its zero, and is the file 033 (house style, 1b)
    ['serial', (number ?? '').replace(/^.*\//, '').padStart(3, '0')],
    ['revision', String(revision)],
    ['annex', String(part)],
  ])
  // In the order of the printed symbol: SC58 Doc. 24 (Rev. 1) Annex 2.
  const patterns = [
    names.document,
    ...(revision === null || revision === undefined ? [] : [names.revision]),
    ...(part === 0 ? [] : [names.annex]),
  ]
  return patterns.join('').replace(/\{([a-z]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
}

/** How a number is written that such names can hold. */
export interface NumberForm {
  pattern: RegExp
  words: string
}

/** The form of the numbers of a kind: those with a {serial} are of a year. */
export function numberForm(names: FileNames): NumberForm {
  return names.document.includes('{serial}')
    ? {
        pattern: /^(?:[1-9][0-9]{3}\/[0-9]{3}|19[0-9]{2}\/[1-9][0-9]?)$/,
        words: 'the year, a slash and three digits, such as 2009/038',
      }
    : {
        pattern: /^[1-9][0-9]*(?:\.[1-9][0-9]*)*$/,
        words: 'digits, with full stops between them, such as 24 or 36.1',
      }
}
