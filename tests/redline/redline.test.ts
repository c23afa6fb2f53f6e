import {expect, test} from 'vitest'
import {type RedlineOptions, redlineOf, revisionsOf} from '../../src/redline/index.ts'
import {attribute, computeLabels, descendants, readPackage, visibleText} from '../../src/word/index.ts'
import {askOffice, testInOffice} from '../support/redline/office.ts'
import {options, versions} from '../support/redline/pairs.ts'
import {type Answer, resolved} from '../support/redline/resolve-revisions.ts'
import {seen} from '../support/redline/seen.ts'
import {field, marked, para, run, tinyDocx} from '../support/word/build.ts'

const source = 'documents/sc58/internet-trade/body.en.md'

/** The redline of a real document and of the one whose source has other text. */
async function edited(change: (text: string) => string): Promise<{redline: Uint8Array; after: Uint8Array}> {
  const [story] = await versions()
  const text = story?.texts.get(source) ?? ''
  expect(change(text)).not.toBe(text)
  const before = await story?.render('sc58/internet-trade', 'en', new Map())
  const after = await story?.render('sc58/internet-trade', 'en', new Map([[source, change(text)]]))
  if (!before || !after) throw new Error('both versions are rendered')
  return {redline: redlineOf(before, after, options), after}
}

const twoEdits = (text: string): string =>
  text
    .replace(/(?<=\n)([A-Z][^\n]* \^[a-z0-9-]+\n)/, 'Another paragraph stands here. ^put-in\n\n$1')
    .replace(/(?<= )the Standing Committee/, 'the whole Standing Committee')

test('two edits are two revisions, though every number behind them is another', async () => {
  const {redline} = await edited(twoEdits)
  expect(revisionsOf(redline)).toEqual({inserted: 2, deleted: 0, formatted: 0})
})

testInOffice()('two edits are two revisions in LibreOffice', async () => {
  const {redline} = await edited(twoEdits)
  const [answer] = await askOffice([{bytes: redline, action: 'none'}])
  expect(answer?.revisions).toBe(2)
})

test('two edits are two revisions in docxodus', async () => {
  const {getRevisions, initialize} = await import('docxodus/core')
  await initialize()
  const {redline} = await edited(twoEdits)
  expect(await getRevisions(redline)).toHaveLength(2)
})

// Small files, written as ours are.
const text = (id: string, words: string, number = 1): string => para(marked(`u_${id}`, number, run(words)))
const docx = (...blocks: string[]): Uint8Array =>
  tinyDocx({body: [para(run('A document begins with its symbol.')), ...blocks].join('')})

const lines = (bytes: Uint8Array, answer?: Answer): string[] => {
  const pkg = readPackage(bytes)
  return seen(answer ? resolved(pkg, answer) : pkg)
}

function redline(before: Uint8Array, after: Uint8Array, own: RedlineOptions = options): Uint8Array {
  const bytes = redlineOf(before, after, own)
  expect(lines(bytes, 'accept')).toEqual(lines(after))
  expect(lines(bytes, 'reject')).toEqual(lines(before))
  return bytes
}

const xml = (bytes: Uint8Array, name = 'word/document.xml'): string =>
  JSON.stringify(readPackage(bytes).parts.get(name))

test('equal files have no revision, and the same two give the same bytes', () => {
  const [one, other] = [docx(text('a', 'One word.')), docx(text('a', 'Another word.'))]
  expect(revisionsOf(redline(one, one))).toEqual({inserted: 0, deleted: 0, formatted: 0})
  expect(Buffer.compare(redlineOf(one, other, options), redlineOf(one, other, options))).toBe(0)
})

test('a word that is another goes and comes, under the name and the day that are given', () => {
  const bytes = redline(docx(text('a', 'The old word.')), docx(text('a', 'The new word.')), {
    ...options,
    author: 'A & B <"C">',
    date: '2010-01-02T00:00:00Z',
  })
  expect(revisionsOf(bytes)).toEqual({inserted: 1, deleted: 1, formatted: 0})
  const root = readPackage(bytes).parts.get('word/document.xml')
  const revisions = [...descendants(root, 'w:ins'), ...descendants(root, 'w:del')]
  expect(revisions.map((one) => attribute(one, 'w:author'))).toEqual(['A & B <"C">', 'A & B <"C">'])
  expect(revisions.map((one) => attribute(one, 'w:date'))).toEqual(Array(2).fill('2010-01-02T00:00:00Z'))
  expect(revisions.map(visibleText)).toEqual(['new', ''])
})

test('a reference that only has another number is no revision, and shows the new one', () => {
  const reference = (label: string): string => para(run('See ') + field('REF u_a \\n \\h', label) + run('.'))
  const bytes = redline(docx(text('a', 'One.'), reference('1')), docx(text('a', 'One.'), reference('2')))
  expect(revisionsOf(bytes)).toEqual({inserted: 0, deleted: 0, formatted: 0})
  expect(visibleText(descendants(readPackage(bytes).parts.get('word/document.xml'), 'w:p')[2] as never)).toBe(
    'See 2.',
  )
})

test('what has been moved goes and comes with a comment, and references follow it both ways', () => {
  const reference = para(run('See ') + field('REF u_a \\h', 'Moved words.') + run('.'))
  const [a, b, c, d] = [
    text('a', 'Moved words.', 1),
    text('b', 'Second.', 2),
    text('c', 'Third.', 3),
    text('d', 'Fourth.', 4),
  ] as const
  const bytes = redline(docx(a, b, c, d, reference), docx(b, c, d, a, reference))
  expect(xml(bytes, 'word/comments.xml')).toContain('Moved from another place.')
  expect(revisionsOf(bytes)).toEqual({inserted: 2, deleted: 2, formatted: 0})
  const names = descendants(readPackage(bytes).parts.get('word/document.xml'), 'w:bookmarkStart')
  expect(names.map((one) => attribute(one, 'w:name'))).toEqual(['o_u_a', 'u_b', 'u_c', 'u_d', 'u_a'])
})

test('of a paragraph that was split only the end of the first half comes; of two that were joined it goes', () => {
  const whole = docx(text('a', 'The first half of it. The second half of it.'))
  const halves = docx(text('b', 'The first half of it.', 1), text('a', 'The second half of it.', 2))
  const split = redline(whole, halves)
  expect(descendants(readPackage(split).parts.get('word/document.xml'), 'w:ins').map(visibleText)).toEqual([
    '',
  ])
  const joined = redline(halves, whole)
  expect(descendants(readPackage(joined).parts.get('word/document.xml'), 'w:del').map(visibleText)).toEqual([
    '',
  ])
})

test('a paragraph that comes last, or goes last, leaves no empty one behind', () => {
  const [a, b, c] = [text('a', 'One.', 1), text('b', 'Two.', 2), text('c', 'Three.', 3)] as const
  redline(docx(a), docx(a, b, c))
  redline(docx(a, b, c), docx(a))
  redline(docx(a, b), docx(a, c))
})

const cell = (words: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${para(run(words))}</w:tc>`
const table = (...words: string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${words.map((one) => `<w:tr>${cell(one)}</w:tr>`).join('')}</w:tbl>`

test('a table that comes or goes, also as the last of all or before another one, leaves nothing behind', () => {
  const [a, b] = [text('a', 'One.', 1), text('b', 'Two.', 2)] as const
  const [one, two] = [table('Red', 'Green') + para(''), table('Blue', 'White') + para('')] as const
  for (const [before, after] of [
    [
      [a, b],
      [a, one, b],
    ],
    [
      [a, b],
      [a, b, one],
    ],
    [
      [a, two],
      [a, one, two],
    ],
    [
      [a, one, b],
      [a, b, one],
    ],
    [
      [a, one],
      [a, two, b],
    ],
  ] as const) {
    redline(docx(...before), docx(...after))
    redline(docx(...after), docx(...before))
  }
})

test('several tables with words between them that are put before a table that stays', () => {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) =>
    text(id, `Words ${id}.`, at + 1),
  )
  const answers = ['Red', 'Green', 'Blue'].flatMap((words, at) => [
    text(`q${at}`, `Question ${at}.`, 10 + at),
    table(words) + para(''),
  ])
  const [last, next] = [table('White') + para(''), table('Black') + para('')]
  for (const [before, after] of [
    [
      [a, b, c, last, d, next],
      [a, ...answers, b, c, last, d, next],
    ],
    [
      [a, last, d, e, f, next],
      [a, ...answers, b, last, d, e, f, next],
    ],
  ] as const) {
    redline(docx(...before), docx(...after))
    redline(docx(...after), docx(...before))
  }
})

test('a row that comes or goes is a row that comes or goes; a table with other columns goes and comes', () => {
  const a = text('a', 'One.', 1)
  const of = (...words: string[]): Uint8Array => docx(a, table(...words) + para(''))
  const bytes = redline(of('Red', 'Green', 'Blue'), of('Red', 'Green', 'White', 'Blue'))
  expect(revisionsOf(bytes)).toEqual({inserted: 1, deleted: 0, formatted: 0})
  const wide = table('Red', 'Green')
    .replace('</w:tblGrid>', '<w:gridCol w:w="2000"/></w:tblGrid>')
    .replaceAll('</w:tr>', `${cell('x')}</w:tr>`)
  expect(revisionsOf(redline(of('Red', 'Green'), docx(a, wide + para(''))))).toMatchObject({
    inserted: 2,
    deleted: 2,
  })
})

test('16,000 words with nothing in common go and come whole, in one paragraph or in many', {
  timeout: 30_000,
}, () => {
  const words = (letter: string): string[] =>
    Array.from({length: 16_000}, (_, at) => `${letter}${at.toString(36)}`)
  const inOne = (letter: string): Uint8Array => docx(para(run(words(letter).join(' '))))
  expect(revisionsOf(redline(inOne('a'), inOne('b')))).toEqual({inserted: 1, deleted: 1, formatted: 0})
  const inMany = (letter: string): Uint8Array => {
    const all = words(letter)
    return docx(
      ...Array.from({length: 1600}, (_, at) => para(run(all.slice(10 * at, 10 * at + 10).join(' ')))),
    )
  }
  expect(revisionsOf(redline(inMany('a'), inMany('b')))).toMatchObject({formatted: 0})
})

test('a redline says nowhere which document it is: it is none', async () => {
  const {redline: bytes, after} = await edited(twoEdits)
  expect(readPackage(after).names).toContain('customXml/item1.xml')
  const {names} = readPackage(bytes)
  expect(names.filter((name) => /custom/i.test(name))).toEqual([])
  expect(xml(bytes, '_rels/.rels')).not.toContain('custom')
  expect(xml(bytes, '[Content_Types].xml')).not.toContain('custom')
  expect(xml(after, 'docProps/core.xml')).toContain('sc58/internet-trade')
  expect(xml(bytes, 'docProps/core.xml')).not.toContain('sc58/internet-trade')
})

test('labels are those of the new document when accepted, and of the old one when rejected', async () => {
  const {redline: bytes, after} = await edited(twoEdits)
  const labels = (pkg: ReturnType<typeof readPackage>): (string | null)[] =>
    computeLabels(pkg).map(({label}) => label)
  expect(labels(resolved(readPackage(bytes), 'accept'))).toEqual(labels(readPackage(after)))
  const [story] = await versions()
  const before = await story?.render('sc58/internet-trade', 'en', new Map())
  expect(labels(resolved(readPackage(bytes), 'reject'))).toEqual(labels(readPackage(before as Uint8Array)))
})

const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
const notes = (...words: string[]): string =>
  words.map((one, at) => `<w:footnote w:id="${at + 1}">${para(run(one))}</w:footnote>`).join('')

testInOffice()(
  'a field that repeats the mark of a note leads to it in LibreOffice, whatever notes come or go',
  async () => {
    const body = (first: string, own: number, to = 'n_b'): string =>
      [
        para(marked('u_a', 1, run('First.') + first)),
        para(marked('u_b', 2, run('Second.') + marked('n_b', 3, mark(own)))),
        para(marked('u_c', 4, run('See note ') + field(`NOTEREF ${to} \\h`, String(own)) + run('.'))),
      ].join('')
    const before = tinyDocx({body: body('', 1), footnotes: notes('Old.')})
    const after = tinyDocx({body: body(mark(1), 2), footnotes: notes('New.', 'Old.')})
    const bytes = redline(before, after)
    // The judge counts such fields itself, so that it has to see one that leads nowhere.
    const astray = tinyDocx({body: body('', 1, 'n_c'), footnotes: notes('Old.')})
    const answers = await askOffice([
      {bytes, action: 'accept'},
      {bytes, action: 'reject'},
      {bytes: astray, action: 'accept'},
    ])
    expect(answers.map((one) => one.lines.at(-1))).toEqual([
      '\tSee note 2.',
      '\tSee note 1.',
      '\tSee note [no bookmark n_c].',
    ])
  },
)
