import {expect, test} from 'vitest'
import {roomForLabels} from '../../src/render/index.ts'
import type {Level, Numbering} from '../../src/resolve/index.ts'
import type {DocumentTree} from '../../src/tree/index.ts'

const literal = (left: number, hanging: number): Level => ({
  format: 'literal',
  text: '',
  left,
  hanging,
  style: 'a',
})
const numbering: Numbering = {
  decision: {levels: [literal(851, 851), {...literal(1418, 567), format: 'lower-letter', text: '%2)'}]},
  headings: {levels: [1, 2].map(() => ({...literal(567, 567), format: 'decimal'}))},
  'quoted-text': {levels: [literal(1701, 567), literal(2268, 567), literal(2835, 567)]},
}

/** The numbering of a document with these labels, in letters of 10 points. */
const withRoom = (sequenceKind: string, level: number, ...labels: string[]): Numbering => {
  const units = labels.map((label) => ({type: 'decision', sequenceKind, level, label, children: []}))
  return roomForLabels(numbering, {type: 'document', children: units} as unknown as DocumentTree, 10)
}

// Widths in Arial of 10 points, from the metrics of the font: 88.4 and 129.5 points, of 20 twips each.
test.each([
  ['14.91 (Rev. CoP15)', 1768],
  ['Decision 14.56 (Rev. CoP15)', 2590],
])('%s hangs before its words, and what stands below is as much farther in', (label, width) => {
  const [own, below] = withRoom('decision', 0, '14.90', label, '14.92').decision?.levels ?? []
  expect(own?.hanging).toBeGreaterThan(width + 60)
  expect(own?.hanging).toBeLessThan(width + 400)
  expect(own?.left).toBe(own?.hanging)
  expect(below).toEqual({...numbering.decision?.levels[1], left: 1418 + (own?.left ?? 0) - 851})
})

test('what stands above a wide label stays where it is', () => {
  const [above, own, below] = withRoom('quoted-text', 1, 'a)', '5. bis a) ii)')['quoted-text']?.levels ?? []
  expect(above).toEqual(numbering['quoted-text']?.levels[0])
  expect(own?.hanging).toBeGreaterThan(567)
  expect([own?.left, below?.left]).toEqual([1701 + (own?.hanging ?? 0), 2268 + (own?.hanging ?? 0)])
})

test('a number of two places by two digits is not written into its words', () => {
  expect(withRoom('headings', 1, '10.9')).toBe(numbering)
  const [, own] = withRoom('headings', 1, '10.9', '10.12').headings?.levels ?? []
  // 25.0 points, and as much as a letter is wide.
  expect(own?.hanging).toBeGreaterThan(600)
})

test('labels that have room change nothing', () => {
  expect(withRoom('decision', 0, '14.35°', '15.XX', '9.90')).toBe(numbering)
  expect(withRoom('quoted-text', 1, 'a)', 'viii)', '12.')).toBe(numbering)
})
