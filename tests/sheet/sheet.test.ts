import {describe, expect, test} from 'vitest'
import {withPastedTables} from '../../src/fix/index.ts'
import {cellBlocks} from '../../src/sheet/cell-blocks.ts'
import {dateIn, writeDate} from '../../src/sheet/dates.ts'
import {mergeHeads} from '../../src/sheet/merge-heads.ts'
import {type KnownHabit, numberHabit} from '../../src/sheet/number-habit.ts'
import {numeralIn} from '../../src/sheet/numerals.ts'
import {placeIn, withBlock} from '../../src/sheet/place-in-body.ts'
import {sheetRows} from '../../src/sheet/sheet-rows.ts'
import {sheetText} from '../../src/sheet/sheet-text.ts'
import type {Tongue} from '../../src/sheet/tongue.ts'
import type {FormCell} from '../../src/sheet/types.ts'
import {writeNumber} from '../../src/sheet/write-number.ts'

// The parts of `cites-docs table`, one by one; the whole is tests/commands/table.test.ts.

const tongue = (code: string, group: string, decimal: string, rest: Partial<Tongue>): Tongue => ({
  ...{code, english: code, group, decimal, sample: `1${group}234${decimal}5`},
  ...{date: '{day} {month} {year}', monthDate: '{month} {year}', firstDay: '1', months: [], perCent: ' %'},
  ...rest,
})
const en = tongue('en', ',', '.', {months: ['January', 'February', 'March'], perCent: ' per cent'})
const fr = tongue('fr', '\u00a0', ',', {firstDay: '1:sup[er]', months: ['janvier', 'février', 'mars']})
const es = tongue('es', '.', ',', {
  date: '{day} de {month} de {year}',
  monthDate: '{month} de {year}',
  months: ['enero', 'febrero', 'marzo'],
})
const choices = [en, fr, es]

/** Numbers of a sheet in each language, or why they cannot be read. */
function numbers(texts: readonly string[], known: Partial<KnownHabit> = {}): string[] | string {
  const numerals = texts.flatMap((text) => numeralIn(text) ?? [])
  const habit = numberHabit(
    numerals.map((numeral) => ({numeral, where: 'here'})),
    {choices, ...known},
  )
  if ('refused' in habit) return habit.refused
  return numerals.map((numeral) =>
    choices.map((into) => writeNumber(numeral, habit, into).replaceAll('\u00a0', '_')).join(' '),
  )
}

test.each<[string[], Partial<KnownHabit>, string[]]>([
  [['1,234'], {known: en}, ['1,234 1_234 1.234']],
  [['1.234'], {known: es}, ['1,234 1_234 1.234']],
  [['1,234'], {said: fr}, ['1.234 1,234 1,234']],
  [['1.234'], {said: es}, ['1,234 1_234 1.234']],
  [['1 234', '1\u202f234,5'], {}, ['1,234 1_234 1.234', '1,234.5 1_234,5 1.234,5']],
  [['12.5', '1,234'], {}, ['12.5 12,5 12,5', '1,234 1_234 1.234']],
  [['12,5', '1.234'], {known: en}, ['12.5 12,5 12,5', '1,234 1_234 1.234']],
  [['1.234,5'], {}, ['1,234.5 1_234,5 1.234,5']],
  [['1,234,567'], {}, ['1,234,567 1_234_567 1.234.567']],
  [['0.125', '1234.567'], {}, ['0.125 0,125 0,125', '1,234.567 1_234,567 1.234,567']],
  [['2007', '1899', '19500'], {}, ['2007 2007 2007', '1,899 1_899 1.899', '19,500 19_500 19.500']],
  [
    ['-1234', '< 5', '12 kg', '12.5%'],
    {},
    ['-1,234 -1_234 -1.234', '<5 <5 <5', '12_kg 12_kg 12_kg', '12.5_per cent 12,5_% 12,5_%'],
  ],
])('numbers %j are read and written in every language', (texts, known, written) => {
  expect(numbers(texts, known)).toEqual(written)
})

test.each(['0012', 'E58', '2.1.3', '1,23,456', '1.234.56', '12.', '(1,234)', 'USD 5', '5/7', ''])(
  '%j is no number',
  (text) => expect(numeralIn(text)).toBeUndefined(),
)

test.each<[string[], Partial<KnownHabit>, string]>([
  [['1.234'], {known: en}, '“1.234” here may be a thousand and more'],
  [['1,234'], {known: fr}, '“1,234” here may be'],
  [
    ['1.234'],
    {},
    'Say how the sheet writes numbers: “--numbers en” (1,234.5), “--numbers fr” (1\u00a0234,5), “--numbers es” (1.234,5).',
  ],
  [['1,234', '1.234'], {}, '“1,234” here may be'],
  [['12.5', '12,5'], {known: en}, 'The sheet writes numbers in two ways: “12.5” here and “12,5” here.'],
  [['1,234,567', '12,5'], {}, 'in two ways: “12,5” here and “1,234,567” here.'],
  [['12,5'], {said: en}, '“12,5” here is not how en writes numbers (1,234.5).'],
  [['1.234'], {said: fr}, '“1.234” here is not how fr writes numbers'],
])('numbers %j are asked about', (texts, known, reason) => {
  expect(numbers(texts, known)).toContain(reason)
})

test.each<[string, Tongue, string, string]>([
  ['2009-03-01 00:00:00', en, '1 March 2009', '1:sup[er] mars 2009'],
  ['2009-03-01', en, '1 March 2009', '1:sup[er] mars 2009'],
  ['25/01/2009', en, '25 January 2009', '25 janvier 2009'],
  ['02/02/2009', en, '2 February 2009', '2 février 2009'],
  ['6 march 2009', en, '6 March 2009', '6 mars 2009'],
  ['1er mars 2009', fr, '1 March 2009', '1:sup[er] mars 2009'],
  ['6 de marzo de 2009', es, '6 March 2009', '6 mars 2009'],
  ['enero de 2009', es, 'January 2009', 'janvier 2009'],
])('the date %j is read and written', (text, from, english, french) => {
  const date = dateIn(text, from)
  if (!date || date === 'two days') throw new Error(`${date}`)
  expect([en, fr].map((into) => writeDate(date, into).replaceAll('\u00a0', ' '))).toEqual([english, french])
})

test('a date that may be two, and one that there is not', () => {
  expect(dateIn('05/06/2008', en)).toBe('two days')
  for (const text of ['31/02/2008', '2009-02-30', '30 February 2009', '6 mars 2009', 'Jan-09', '2009'])
    expect(dateIn(text, en)).toBeUndefined()
})

test.each<[string, string, string[][]]>([
  [
    'tabs, with quotation marks as they stand',
    'a\tb\n5" x\t"y" z\n',
    [
      ['a', 'b'],
      ['5" x', '"y" z'],
    ],
  ],
  [
    'tabs, a cell of two lines',
    'a\tb\n"c\n""d"""\te\n',
    [
      ['a', 'b'],
      ['c\n"d"', 'e'],
    ],
  ],
  [
    'commas before semicolons in cells',
    'a,b\n"c;d",e\n',
    [
      ['a', 'b'],
      ['c;d', 'e'],
    ],
  ],
  [
    'semicolons before decimals',
    'a;b\n1,5;2,5\n',
    [
      ['a', 'b'],
      ['1,5', '2,5'],
    ],
  ],
  [
    'a line that says it',
    'sep=;\na,b;c\nd;e\n',
    [
      ['a,b', 'c'],
      ['d', 'e'],
    ],
  ],
  ['one column', 'a\nb\n', [['a'], ['b']]],
  [
    'spaces and no line end',
    ' a ,b  c\nd,\u00a0e',
    [
      ['a', 'b c'],
      ['d', 'e'],
    ],
  ],
])('rows with %s', (_, text, rows) => {
  const read = sheetRows(text)
  if ('refused' in read) throw new Error(read.refused)
  expect(read.map(({cells}) => cells)).toEqual(rows)
})

test('a row knows the line in which it begins', () => {
  const read = sheetRows('sep=,\na,b\n"c\n\nd",e\nf,g\n')
  expect('refused' in read ? read : read.map(({line}) => line)).toEqual([2, 3, 6])
})

test('a text has no byte order mark, its lines end alike, an accent belongs to its letter', () => {
  expect(sheetText(new TextEncoder().encode('\ufeffe\u0301,b\r\nc,d\r\n'))).toBe('é,b\nc,d\n')
})

test.each<[string, ReturnType<typeof cellBlocks>]>([
  ['', []],
  ['one line', [{words: 'one line'}]],
  ['a) one\nb) two', [{items: ['one', 'two']}]],
  ['Lead:\n(i) one\n(ii) two\nEnd.', [{words: 'Lead:'}, {items: ['one', 'two']}, {words: 'End.'}]],
  ['i) one\nii) two\niii) three', [{items: ['one', 'two', 'three']}]],
  ['1. one\n2. two\n1. three\n2. four', [{items: ['one', 'two']}, {items: ['three', 'four']}]],
  ['- one\n– two\n• three', [{items: ['one', 'two', 'three']}]],
  ['\uf0b7\u00a0one\n\uf0b7\u00a0two', [{items: ['one', 'two']}]],
  ['c) one\nd) two', [{words: 'c) one'}, {words: 'd) two'}]],
  ['5. one\n6. two', [{words: '5. one'}, {words: '6. two'}]],
  ['- 5\n- 6', [{words: '- 5'}, {words: '- 6'}]],
  ['* Provisional', [{words: '* Provisional'}]],
  ['• one', [{words: 'one'}]],
])('the cell %j holds paragraphs and lists', (cell, blocks) => {
  expect(cellBlocks(cell)).toEqual(blocks)
})

test('heads take the empty cells beside and below them, and no others', () => {
  const rows = ['P|E| |R| ', ' |1|2| | ', 'b| |3| | '].map((row) =>
    row.split('|').map((words): FormCell => ({blocks: words === ' ' ? [] : [{words}]})),
  )
  mergeHeads(rows, 2)
  expect(rows.map((cells) => cells.map(({across = 1, down = 1}) => `${across}${down}`).join(' '))).toEqual([
    '12 21 11 22 11',
    '11 11 11 11 11',
    '11 11 11 11 11',
  ])
})

describe('a block is put into a body', () => {
  const text =
    '---\ntitle: A\n---\n\n## B ^b\nC:[^n] ^c\n\n1. d; ^d\n1. e ^e\n\nor ends. ^f\n\n:::example\nG. ^g\n:::\n\n[^n]: H.\n'
  const put = (after?: string): string => withBlock(text, placeIn(text, after) ?? 0, 'X')

  test.each<[string | undefined, string]>([
    [undefined, ':::\n\nX\n\n[^n]: H.\n'],
    ['b', '## B ^b\n\nX\n\nC:[^n]'],
    ['c', 'or ends. ^f\n\nX\n\n:::example'],
    ['d', 'or ends. ^f\n\nX\n\n:::example'],
    ['g', ':::\n\nX\n\n[^n]'],
  ])('after %j', (after, part) => expect(put(after)).toContain(part))

  test('after nothing that is there', () => expect(placeIn(text, 'none')).toBeUndefined())

  test('where the file has only its front matter', () => {
    const bare = '---\ntitle: A\n---'
    expect(withBlock(bare, placeIn(bare, undefined) ?? 0, 'X')).toBe('---\ntitle: A\n---\n\nX\n')
  })
})

const pasted = (rows: string): string => `A ^a\n\n:::table[B]{id=b}\n${rows}\n:::\n\nC ^c\n`

describe('rows with tabs between the lines of a table', () => {
  test.each<[string, string, string]>([
    ['of one length', 'P\tQ\nr | s\t*t*', '| P | Q |\n|---|---|\n| r \\| s | *t* |'],
    ['with an empty cell first', '\tQ\nr\t', '|  | Q |\n|---|---|\n| r |  |'],
    [
      'with their source under them',
      'P\tQ\nr\ts\n\nSource: t.',
      '| P | Q |\n|---|---|\n| r | s |\n\nSource: t.',
    ],
  ])('%s become a table', (_, rows, table) => {
    expect(withPastedTables(pasted(rows))).toEqual({text: pasted(table), tables: 1})
  })

  test.each<[string, string]>([
    ['of two lengths', 'P\tQ\nr\ts\tt'],
    ['a row alone', 'P\tQ'],
    ['with a cell of several lines', 'P\tQ\n"r\ns"\tt'],
    ['in two parts', 'P\tQ\nr\ts\n\nt\tu'],
    ['with bars', '| P\t| Q |\n|---\t|---|\n| r\t| s |'],
    ['beside a table', '| P | Q |\n|---|---|\n| r | s\t|'],
  ])('%s stay as they are', (_, rows) => {
    expect(withPastedTables(pasted(rows))).toEqual({text: pasted(rows), tables: 0})
  })

  test('stay outside of them, and keep the ends of lines and what is around', () => {
    expect(withPastedTables('P\tQ\nr\ts\n').tables).toBe(0)
    const text = pasted('P\tQ\nr\ts').replaceAll('\n', '\r\n')
    const {text: made} = withPastedTables(`\ufeff${text}`)
    expect(made).toBe(`\ufeff${pasted('| P | Q |\n|---|---|\n| r | s |').replaceAll('\n', '\r\n')}`)
  })
})
