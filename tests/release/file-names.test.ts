import {expect, test} from 'vitest'
import {fileName, numberForm} from '../../src/release/file-names.ts'
import type {DocumentPlan} from '../../src/resolve/index.ts'

const planOf = (number: string, revision: number | null): Pick<DocumentPlan, 'meeting' | 'yaml'> =>
  ({meeting: {ordinal: 58}, yaml: {value: {symbol: {number, revision}}}}) as never
const committee = {document: '{letter}{ordinal}-{number}', revision: 'R{revision}', annex: 'A{annex}'}
const notification = {...committee, document: '{letter}{serial}'}

test.each([
  ['E58-24', committee, '24', null, 'E', 0],
  ['F58-36-1A2', committee, '36.1', null, 'F', 2],
  ['S58-24R1', committee, '24', 1, 'S', 0],
  ['S58-24R1A1', committee, '24', 1, 'S', 1],
  ['E038', notification, '2009/038', null, 'E', 0],
  ['E033', notification, '1999/33', null, 'E', 0],
  ['E038A1', notification, '2009/038', null, 'E', 1],
] as const)('%s', (name, names, number, revision, letter, part) => {
  expect(fileName(names, planOf(number, revision), letter, part)).toBe(name)
})

test('a serial number is of a year, others are digits with full stops', () => {
  expect(
    ['24', '36.1', '2009/038', '024', '24.', '24a'].map((text) => numberForm(committee).pattern.test(text)),
  ).toEqual([true, true, false, false, false, false])
  expect(
    ['24', '2009/038', '2009/38', '1999/33'].map((text) => numberForm(notification).pattern.test(text)),
  ).toEqual([false, true, false, true])
})
