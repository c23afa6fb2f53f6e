import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {yamlEdits} from '../../src/exchange/import/yaml-edits.ts'

const applied = (text: string, edits: ReturnType<typeof yamlEdits>): string =>
  [...(edits ?? [])]
    .sort((a, b) => b.start - a.start)
    .reduce((all, {start, end, text: put}) => all.slice(0, start) + put + all.slice(end), text)

const put = (text: string, pointer: string[], words: string, original: unknown = parse(text)): string =>
  applied(text, yamlEdits(text, 'yaml', [{pointer, words}], original))

test.each([
  ['plain', 'a: un mot # why\nb: x\n', "deux mots d'ours", "a: deux mots d'ours # why\nb: x\n"],
  ['plain that cannot hold it', 'a: un mot\nb: x\n', 'mots: deux', 'a: "mots: deux"\nb: x\n'],
  ['plain that would be no text', 'a: un mot\nb: x\n', 'true', 'a: "true"\nb: x\n'],
  ['double quotation marks', 'a: "un mot"\nb: x\n', 'le "mot"', 'a: "le \\"mot\\""\nb: x\n'],
  ['single quotation marks', "a: 'un mot'\nb: x\n", "l'ours", "a: 'l''ours'\nb: x\n"],
  ['between braces', '{a: un mot, b: x}\n', 'deux, trois', '{a: "deux, trois", b: x}\n'],
  ['a literal block', 'a: |\n  un mot\nb: x\n', 'deux: mots', 'a: |\n  deux: mots\nb: x\n'],
  [
    'a folded block',
    'a: >-\n  un mot\n  de plus\nb: x\n',
    `${'mot '.repeat(30)}fin`,
    `a: >-\n  ${'mot '.repeat(23)}mot\n  ${'mot '.repeat(6)}fin\nb: x\n`,
  ],
])('words keep the style of YAML that they had: %s', (_, before, words, after) => {
  expect(put(before, ['a'], words)).toBe(after)
  expect(parse(after).a.trim()).toBe(words)
})

test('a text of several paragraphs is left to its author', () => {
  expect(yamlEdits('a: |\n  un\n\n  deux\n', 'yaml', [{pointer: ['a'], words: 'trois'}], {})).toBeUndefined()
})

test.each([
  ['behind what stands before it', 'a: x\nc: y\n', 'a: x\nb: "mot"\nc: y\n'],
  ['before all', 'c: y\n', 'b: "mot"\nc: y\n'],
  [
    'behind what holds more, with its remark',
    'a:\n  d: x # why\nc: y\n',
    'a:\n  d: x # why\nb: "mot"\nc: y\n',
  ],
  ['at the end of a file without an end of line', 'a: x', 'a: x\nb: "mot"\n'],
  ['between braces', '{a: x, c: y}\n', '{a: x, b: "mot", c: y}\n'],
])('a key that is not there comes %s', (_, before, after) => {
  expect(put(before, ['b'], 'mot', {a: '', b: '', c: ''})).toBe(after)
})

test('keys above it come with it, and those beside it stay together', () => {
  const original = {a: {one: '', two: {x: '', y: ''}}, b: ''}
  const edits = yamlEdits(
    'a:\n  one: un\nb: deux\n',
    'yaml',
    [
      {pointer: ['a', 'two', 'x'], words: 'X'},
      {pointer: ['a', 'two', 'y'], words: 'Y'},
    ],
    original,
  )
  expect(applied('a:\n  one: un\nb: deux\n', edits)).toBe(
    'a:\n  one: un\n  two:\n    x: "X"\n    y: "Y"\nb: deux\n',
  )
})

test('whatever words come, they are read as they are, and all else is as it was', () => {
  const words = fc
    .string({
      unit: fc.constantFrom(
        'a',
        'É',
        ' ',
        ':',
        '#',
        "'",
        '"',
        '-',
        '{',
        ']',
        ',',
        '\\',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '\u00a0',
        '~',
      ),
      minLength: 1,
      maxLength: 20,
    })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const styles = ['mot', '"mot"', "'mot'", '|-\n    mot', '>-\n    mot\n    mot']
  fc.assert(
    fc.property(words, fc.constantFrom(...styles), (typed, style) => {
      const before = `k:\n  z: x\n  a: ${style}\n  b: reste # why\n`
      const after = put(before, ['k', 'a'], typed)
      expect(parse(after)).toEqual({k: {z: 'x', a: typed, b: 'reste'}})
      expect(after.startsWith('k:\n  z: x\n  a: ')).toBe(true)
      expect(after.endsWith('\n  b: reste # why\n')).toBe(true)
    }),
    {numRuns: 300},
  )
})
