import {expect, test} from 'vitest'
import {formatNumber, labelOf} from '../../src/number/label.ts'
import type {Level} from '../../src/resolve/index.ts'

test.each<[Level['format'], [number, string][]]>([
  [
    'decimal',
    [
      [1, '1'],
      [9, '9'],
      [10, '10'],
      [120, '120'],
    ],
  ],
  [
    'lower-letter',
    [
      [1, 'a'],
      [2, 'b'],
      [25, 'y'],
      [26, 'z'],
      [27, 'aa'],
      [28, 'bb'],
      [52, 'zz'],
      [53, 'aaa'],
    ],
  ],
  [
    'upper-letter',
    [
      [1, 'A'],
      [26, 'Z'],
      [27, 'AA'],
      [53, 'AAA'],
    ],
  ],
  [
    'lower-roman',
    [
      [1, 'i'],
      [2, 'ii'],
      [3, 'iii'],
      [4, 'iv'],
      [5, 'v'],
      [8, 'viii'],
      [9, 'ix'],
      [10, 'x'],
      [14, 'xiv'],
      [19, 'xix'],
      [40, 'xl'],
      [49, 'xlix'],
      [90, 'xc'],
      [99, 'xcix'],
      [400, 'cd'],
      [1994, 'mcmxciv'],
    ],
  ],
])('%s', (format, table) => {
  expect(table.map(([index]) => [index, formatNumber(format, index)])).toEqual(table)
})

test('every letter of the alphabet comes once, in order', () => {
  const letters = Array.from({length: 26}, (_, index) => formatNumber('lower-letter', index + 1))
  expect(letters.join('')).toBe('abcdefghijklmnopqrstuvwxyz')
})

test('there is no number below 1', () => {
  expect(() => formatNumber('decimal', 0)).toThrow(RangeError)
  expect(() => formatNumber('lower-letter', -1)).toThrow(RangeError)
})

const level = (format: Level['format'], text: string): Level => ({
  format,
  text,
  left: 0,
  hanging: 0,
  style: 'a',
})
const levels = [
  level('decimal', '%1.'),
  level('lower-letter', '%2)'),
  level('lower-roman', '%3)'),
  level('upper-letter', '%4.'),
]

test('a label is the text of its level with the counter of each level it names', () => {
  expect(labelOf(levels, 0, [12])).toBe('12.')
  expect(labelOf(levels, 1, [12, 2])).toBe('b)')
  expect(labelOf(levels, 2, [12, 2, 4])).toBe('iv)')
  expect(labelOf(levels, 3, [12, 2, 4, 3])).toBe('C.')
  expect(labelOf([level('decimal', '%1'), level('lower-letter', '%1.%2')], 1, [3, 2])).toBe('3.b')
})

test('a literal label is the one that is given', () => {
  const decision = [level('literal', ''), level('lower-letter', '%2)')]
  expect(labelOf(decision, 0, [1], '14.XX')).toBe('14.XX')
  expect(labelOf(decision, 1, [1, 3], '14.XX')).toBe('c)')
})

test('a depth without a level has no label', () => {
  expect(() => labelOf(levels, 4, [1, 1, 1, 1, 1])).toThrow(
    'Cannot label depth 4: the sequence has 4 levels.',
  )
})
