import {expect, test} from 'vitest'
import {joinedLedgers} from '../../src/translation/index.ts'

// Ledgers of two branches, as sets of units: no line is kept that neither side wrote, and none is lost that only one did.
const head = '{"ledger":"source-1","original":"en","language":"fr"}'

/** A line: unit, and what tells its version; `a1` is unit a as it was confirmed first. */
const line = (name: string, state = 'reviewed'): string =>
  `{"unit":"body#${name.charAt(0)}","state":"${state}","digest":"${name}","translation":"t","source":"words"}`
const ledger = (...names: string[]): string =>
  [head, ...names.map((name) => line(name))].join('\n').concat('\n')

test.each([
  [
    'units that are neighbours',
    ['a1', 'b1', 'c1'],
    ['a2', 'b1', 'c1'],
    ['a1', 'b2', 'c1'],
    ['a2', 'b2', 'c1'],
  ],
  ['new units at one place, sorted', ['a1'], ['a1', 'c1'], ['a1', 'b1'], ['a1', 'b1', 'c1']],
  ['a unit that is gone on one side', ['a1', 'b1'], ['a1'], ['a2', 'b1'], ['a2']],
  [
    'a unit that is gone on one side and confirmed anew on the other',
    ['a1', 'b1'],
    ['a1'],
    ['a1', 'b2'],
    ['a1', 'b2'],
  ],
  ['a unit that both changed: of the first side', ['a1'], ['a2'], ['a3'], ['a2']],
  ['the same change on both sides', ['a1'], ['a2'], ['a2'], ['a2']],
])('%s', (_, base, own, other, joined) => {
  expect(joinedLedgers(ledger(...base), ledger(...own), ledger(...other))).toBe(ledger(...joined))
})

test('without what was there before: every unit of either side once', () => {
  expect(joinedLedgers(undefined, ledger('a1', 'c1'), ledger('a2', 'b1'))).toBe(ledger('a1', 'b1', 'c1'))
})

test('of the same words confirmed by both, what claims less is kept', () => {
  const of = (state: string): string => `${head}\n${line('a1', state)}\n`
  expect(joinedLedgers(undefined, of('final'), of('draft'))).toBe(of('draft'))
  expect(joinedLedgers(undefined, of('draft'), of('final'))).toBe(of('draft'))
})

test.each([
  ['no ledger', 'words\n'],
  ['another language', ledger('a1').replace('"fr"', '"es"')],
  ['a line that is no JSON', `${ledger('a1')}<<<<<<< HEAD\n`],
  ['a line without a unit', `${ledger('a1')}{"state":"final"}\n`],
  ['a line that is a number', `${ledger('a1')}7\n`],
  ['nothing', ''],
])('what is %s is not joined', (_, other) => {
  expect(joinedLedgers(undefined, ledger('a1'), other)).toBeUndefined()
  expect(joinedLedgers(undefined, other, ledger('a1'))).toBeUndefined()
})

test('line ends of Windows are no difference', () => {
  expect(joinedLedgers(ledger('a1'), ledger('a1').replaceAll('\n', '\r\n'), ledger('a2'))).toBe(ledger('a2'))
})
