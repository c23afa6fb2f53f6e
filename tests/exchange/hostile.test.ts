import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isSame} from '../../src/exchange/import/same-words.ts'
import {
  RefusedFile,
  type ReturnedFolder,
  readTable,
  readXliff,
  writeTable,
  writeXliff,
} from '../../src/exchange/index.ts'
import {markedText, readMarks} from '../../src/exchange/table/marks.ts'
import type {Translation} from '../../src/resolve/index.ts'
import {allOf, planned, roots, translationsOf} from '../support/exchange.ts'

const own = (await translationsOf(roots[1] ?? '')).find(
  (one) => one.folder === 'documents/cop15/numbered' && one.language === 'fr',
) as Translation
const xml = writeXliff([allOf(own)], {isForOmegat: false})
const table = await writeTable([allOf(own)], new Map())

/** Either it is read and judged, or refused with a line and a reason; nothing else happens. */
function survives(read: () => ReturnedFolder[]): void {
  try {
    const plan = planned(read(), [own])
    for (const {line, reason} of plan.refusals) expect([line > 0, reason.length > 0]).toEqual([true, true])
  } catch (cause) {
    expect(cause).toBeInstanceOf(RefusedFile)
    expect((cause as RefusedFile).refusal.reason).toMatch(/\S/)
  }
}

const piece = fc.constantFrom(
  ...[
    '<g id="1">',
    '</g>',
    '<x id="1"/>',
    '<x id="-1"/>',
    '<mrk>',
    '</target>',
    '<target>',
    '<![CDATA[a]]>',
    '<!--',
    '<?a?>',
    '&#0;',
    '&amp;',
    '\n',
    '\0',
  ],
  ...[
    '\u2028',
    '\ud800',
    '<trans-unit id="body#a"/>',
    '<group>',
    '<bpt id="1">',
    ' xmlns="a"',
    '9',
    'é',
    '\\ ',
    '](',
    ' ^id',
    '[^a]: b',
  ],
)

test('an XLIFF in which anything was put or taken away anywhere', () => {
  fc.assert(
    fc.property(fc.nat(xml.length), fc.nat(60), piece, (at, length, put) => {
      const text = xml.slice(0, at) + put + xml.slice(at + (length > 30 ? length - 30 : 0))
      survives(() => readXliff(new TextEncoder().encode(text), 'back.xlf'))
    }),
    {numRuns: 150},
  )
})

test('a Word file in which a byte is another', () => {
  fc.assert(
    fc.property(fc.nat(table.length - 1), fc.nat(255), (at, value) => {
      const bytes = table.slice()
      bytes[at] = value
      survives(() => readTable(bytes, 'back.docx'))
    }),
    {numRuns: 60},
  )
})

test('marks of codes in a table are read as they were written, whatever braces the words have', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '{', '}', '/', '1', '{1}', '{/1}', '{{'),
    maxLength: 12,
  })
  const code = (id: number, pieces: string[] | undefined) => ({
    id,
    name: 'a',
    key: 'a',
    open: '',
    close: '',
    pieces,
  })
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const segment = [one, code(1, [two].filter(Boolean)), three, code(2, undefined)].filter(
        (each) => each !== '',
      )
      const trimmed = segment.map((each, at) =>
        typeof each === 'string' && at === 0 ? each.trimStart() : each,
      )
      const written = trimmed.filter((each) => each !== '')
      expect(isSame(readMarks(markedText(written)), written)).toBe(true)
    }),
  )
})

test('many marks that nothing closes cost no more than they are long', () => {
  const start = process.cpuUsage().user
  readMarks('{1}'.repeat(5_000))
  readMarks('{1}'.repeat(1_000) + '{/1}'.repeat(1_000))
  readMarks('{1}'.repeat(1_000_000))
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(1)
})
