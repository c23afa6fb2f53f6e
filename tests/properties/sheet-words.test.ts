import fc from 'fast-check'
import type {Table} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {expect, test} from 'vitest'
import {load} from '../../src/load/index.ts'
import {cellBlocks} from '../../src/sheet/cell-blocks.ts'
import {evenRows, type Grid} from '../../src/sheet/even-rows.ts'
import {readSheet} from '../../src/sheet/index.ts'
import type {KnownWords} from '../../src/sheet/known-words.ts'
import {sheetRows} from '../../src/sheet/sheet-rows.ts'
import {sheetTable, type TableWish} from '../../src/sheet/sheet-table.ts'
import type {Tongue} from '../../src/sheet/tongue.ts'
import {toText} from '../../src/tree/index.ts'
import {formsWith, validateTree} from '../../src/validate/index.ts'

// Whatever a cell holds, the table that is made of it has the same words, in both forms, and nothing of it is a mark.

const english: Tongue = {
  code: 'en',
  english: 'English',
  group: ',',
  decimal: '.',
  sample: '1,234.5',
  date: '{day} {month} {year}',
  monthDate: '{month} {year}',
  firstDay: '1',
  months: [],
  perCent: ' per cent',
}
const asItStands: KnownWords = {in: () => undefined, areSame: () => true}
const nothingKnown: KnownWords = {in: () => undefined, areSame: () => false}

const signs = '|*_[]<>{}`~^:;,.=#+-!&\\/()"\'$@%'
const piece = fc.oneof(
  fc.constantFrom(...signs),
  fc.constantFrom('a', 'Bear', 'é', ' ', '1', '23', '\u00a0'),
  fc.constantFrom(':ref[a]', '::status', ':across[2]', ':hint[x]', '[^late]', '^name', ' ^name', '\\^name'),
  fc.constantFrom(
    '**b**',
    '~~s~~',
    '`c`',
    '<b>',
    '<!-- c -->',
    '<?x',
    '&nbsp;',
    '&amp',
    '&#65;',
    'CO_2',
    'm^2',
  ),
  fc.constantFrom(
    '[a](https://a.org)',
    'https://a.org/b_c',
    'a@b.org',
    '![p](q)',
    '---',
    '===',
    '| a |',
    '{k=v}',
  ),
  fc.constantFrom('1. ', '12) ', 'a) ', '- ', '# ', '> ', '+ ', 'sup[e]', 'x::y', '10:30', 'a:b'),
)
const line = fc
  .array(piece, {minLength: 0, maxLength: 6})
  .map((pieces) =>
    pieces
      .join('')
      .replace(/[ \u00a0]+/g, ' ')
      .trim(),
  )
  .filter((text) => !/^=|^#{3,}$|^[-+]?\d[.,]?\d*E/.test(text))
const lines = fc
  .array(line, {minLength: 1, maxLength: 4})
  .map((all) => all.filter((one) => one !== '').join('\n'))

/** Rows of one width whose first column is filled, so that none is left out. */
const rowsOf = (cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> =>
  fc
    .tuple(fc.integer({min: 2, max: 4}), fc.integer({min: 2, max: 4}))
    .chain(([width, height]) =>
      fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: height, maxLength: height}),
    )
    .map((rows) =>
      rows.map(([first = '', ...more]) => [
        first === '' ? 'x' : first,
        ...more.slice(0, -1),
        more.at(-1) || 'y',
      ]),
    )

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

function tableOf(
  grid: Grid,
  wish: TableWish,
  known: KnownWords = nothingKnown,
): ReturnType<typeof sheetTable> {
  return sheetTable(grid, wish, {
    reading: {tongue: english, known},
    into: [english],
    habit: {choices: [english]},
    taken: [],
  })
}

/** The table that is made of rows, read back by what reads sources. */
function readBack(
  rows: readonly (readonly string[])[],
  delimiter: string,
): {words: string[][]; text: string} {
  const sheet = sheetRows(rows.map((cells) => cells.map(quoted).join(delimiter)).join('\n'))
  if ('refused' in sheet) throw new Error(sheet.refused)
  const grid = evenRows(sheet)
  if ('refused' in grid) throw new Error(grid.refused)
  const made = sheetTable(
    grid,
    {id: 'sheet', headRows: 0},
    {reading: {tongue: english, known: asItStands}, into: [english], habit: {choices: []}, taken: []},
  )
  if ('refused' in made) throw new Error(made.refused)
  const text = `---\ntitle: A\n---\n\n${made.texts.get('en')}\n`
  const path = 'documents/sc58/a/body.en.md'
  const {sources, messages} = load(new Map([[path, new TextEncoder().encode(text)]]))
  const source = sources.get(path)
  if (source?.kind !== 'markdown') throw new Error(String(messages[0]))
  const found = validateTree(source.tree, {path, text}, formsWith([]))
  expect(found.map(String), text).toEqual([])
  const table = (source.tree.children[0] as ContainerDirective).children[0] as unknown as Table
  expect(table.type, text).toBe('table')
  return {words: table.children.map(({children}) => children.map(wordsOf)), text}
}

function wordsOf(cell: Table['children'][number]['children'][number]): string {
  if (cell.type === 'tableCell') return toText(cell)
  return cell.children
    .flatMap((block) =>
      block.type === 'list' ? block.children.map((item) => toText(item)) : [toText(block)],
    )
    .join('\n')
}

/** The lines of a cell without the labels of its lists, which the build prints. */
function expected(cell: string): string {
  return cellBlocks(cell)
    .flatMap((block) => ('words' in block ? [block.words] : block.items))
    .join('\n')
}

test('a table with bars has the words of the cells', () => {
  fc.assert(
    fc.property(rowsOf(line), fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
      const {words, text} = readBack(rows, delimiter)
      expect(text).toContain('\n|')
      expect(words).toEqual(rows.map((cells) => cells.map(expected)))
    }),
    {numRuns: 40},
  )
})

test('a table that is a list has the lines of the cells', () => {
  fc.assert(
    fc.property(rowsOf(lines), (rows) => {
      const several = [['first\nsecond', ...(rows[0]?.slice(1) ?? [])], ...rows]
      const {words} = readBack(several, ',')
      expect(words).toEqual(several.map((cells) => cells.map(expected)))
    }),
    {numRuns: 40},
  )
})

test('whatever stands in a sheet, it ends in a table or in a sentence', () => {
  const anything = fc.oneof(
    piece,
    fc.constantFrom('\n', '\r\n', '\t', ';', ',', '"', '""', '\u0000', '\u202e', '\ud800', '=1', '#REF!'),
    fc.constantFrom(
      '1,234',
      '1.234',
      '12.5',
      '2007',
      '05/06/2008',
      '2009-02-30',
      '1 July 2009',
      '\ufeff',
      'sep=;\n',
    ),
  )
  const bytes = fc.oneof(
    fc.array(anything, {maxLength: 60}).map((pieces) => new TextEncoder().encode(pieces.join(''))),
    fc.uint8Array({maxLength: 200}),
  )
  const counts = {tables: 0, sentences: 0}
  fc.assert(
    fc.property(bytes, fc.nat(2), fc.boolean(), (sheet, headRows, merge) => {
      const grid = readSheet(sheet)
      const made = 'refused' in grid ? grid : tableOf(grid, {id: 'sheet', headRows, merge})
      if ('refused' in made) {
        counts.sentences++
        expect(made.refused).toMatch(/[.)]$/)
      } else counts.tables++
    }),
    {numRuns: 300},
  )
  expect(counts.sentences).toBeGreaterThan(3)
  expect(counts.tables).toBeGreaterThan(3)
})
