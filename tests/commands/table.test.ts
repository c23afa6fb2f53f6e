import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {run as runCheck} from '../../src/commands/check.ts'
import {run} from '../../src/commands/table.ts'
import {build} from '../../src/index.ts'
import {digestOfFolder, type Ran, ran} from '../support/commands.ts'
import {repository} from '../support/content-root.ts'

// tests/fixtures/sheets has sheets, a document in three languages, and in expected/ what the command makes of them.
const fixture = fileURLToPath(new URL('../fixtures/sheets', import.meta.url))
const languages = ['en', 'fr', 'es']
const bodyOf = (code: string): string => `documents/sc58/exports/body.${code}.md`

let root: string
const before = new Map<string, string>()
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-table-'))
  for (const folder of ['small-dossier', 'small-dossier-es', 'sheets'])
    await cp(join(repository, 'tests/fixtures', folder, 'documents'), join(root, 'documents'), {
      recursive: true,
    })
  for (const code of languages) before.set(bodyOf(code), await readFile(join(root, bodyOf(code)), 'utf8'))
})
afterAll(() => rm(root, {recursive: true}))
afterEach(async () => {
  for (const [path, text] of before) await writeFile(join(root, path), text)
})

const table = (...args: string[]): Promise<Ran> => ran(run, [...args, '--root', root])
const sheet = (name: string): string => join(fixture, name)
async function written(text: string | Uint8Array, name = 'sheet.csv'): Promise<string> {
  const path = join(root, name)
  await writeFile(path, text)
  return path
}

test('a sheet is written into every language at once, behind a paragraph and its list, and builds', async () => {
  const {status, out, err} = await table(
    ...['sc58/exports', sheet('quotas.csv'), '--caption', 'Export quotas', '--after', 'quotas-lead'],
    ...['--head-rows', '2', '--merge', '--same', 'Species'],
  )
  expect([status, err]).toEqual([0, ''])
  await expect(out).toMatchFileSnapshot(join(fixture, 'expected/quotas.txt'))
  for (const code of languages)
    await expect(await readFile(join(root, bodyOf(code)), 'utf8')).toMatchFileSnapshot(
      join(fixture, `expected/quotas/body.${code}.md`),
    )
  const {messages, outputs} = await build({root, documents: ['sc58/exports'], formats: ['txt']})
  expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
  await expect(new TextDecoder().decode(outputs.get('sc58/exports.fr.txt')?.bytes)).toMatchFileSnapshot(
    join(fixture, 'expected/quotas.fr.txt'),
  )
  const again = await table('sc58/exports', sheet('quotas.csv'))
  expect([again.status, again.err]).toEqual([
    1,
    'Nothing was written. “quotas” is the name of something in documents/sc58/exports/body.en.md already. Write another with “--id”.\n',
  ])
})

test('cells of several lines become paragraphs and lists, at the end before the notes, with the ends of lines of the file', async () => {
  const path = join(root, bodyOf('fr'))
  await writeFile(path, `\ufeff${(before.get(bodyOf('fr')) ?? '').replaceAll('\n', '\r\n')}`)
  expect((await table('sc58/exports', sheet('recommendations.tsv'), '--id', 'measures')).status).toBe(0)
  const french = await readFile(path, 'utf8')
  expect(french.replaceAll('\r\n', '')).not.toContain('\n')
  expect(french.startsWith('\ufeff---\r\n')).toBe(true)
  const english = await readFile(join(root, bodyOf('en')), 'utf8')
  await expect(english).toMatchFileSnapshot(join(fixture, 'expected/recommendations/body.en.md'))
  const ids = (text: string): string[] => [...text.matchAll(/ \^([a-z-]+)/g)].map(([, id = '']) => id)
  expect(ids(french)).toEqual(ids(english))
})

test('without a document the form is printed, in the language of the sheet or in another', async () => {
  const own = await table(sheet('cuotas.csv'), '--language', 'es')
  await expect(own.out).toMatchFileSnapshot(join(fixture, 'expected/cuotas.es.md'))
  const other = await table(sheet('cuotas.csv'), '--from', 'es', '--language', 'en')
  await expect(other.out).toMatchFileSnapshot(join(fixture, 'expected/cuotas.en.md'))
  expect(other.err).toContain('  en: the head of column 1: “País”\n')
})

test('what comes through a pipe is read to its end, and not without one', async () => {
  const piped = await ran(run, ['-', '--id', 'bears', '--root', root], undefined, 'País\tPerú\nPerú\t1\n')
  expect(piped.out.replace(/\^[a-z]{6}/g, '^')).toBe(
    ':::table{id=bears}\n| País ^ | Perú ^ |\n|---|---:|\n| Perú ^ | 1 |\n:::\n',
  )
  expect((await table('-')).err).toContain('Nothing comes through a pipe here.')
})

test('check --fix makes tables of pasted rows, with the same ids in every language', async () => {
  const rows = {en: 'Bears\tSold', fr: 'Ours\tVendus', es: 'Osos\tVendidos'}
  for (const [code, head] of Object.entries(rows))
    await writeFile(
      join(root, bodyOf(code)),
      `${before.get(bodyOf(code))}\n:::table{id=pasted}\n${head}\nUrsus arctos\t7\n:::\n`,
    )
  const {status, out, err} = await ran(runCheck, ['sc58/exports', '--fix', '--root', root])
  expect(status).toBe(0)
  // Nobody has confirmed the translations of this document.
  const said = err.split('\n').filter((line) => line.startsWith('documents/'))
  expect(said.filter((line) => !line.includes('warning translation-ledger'))).toEqual([])
  expect(out).toContain('documents/sc58/exports/body.en.md: 1 table made of rows with tabs.\n')
  const [english = '', french = ''] = await Promise.all(
    languages.map((code) => readFile(join(root, bodyOf(code)), 'utf8')),
  )
  const tableOf = (text: string): string => text.slice(text.indexOf(':::table'))
  expect(tableOf(english)).toMatch(
    /^\| Bears \^[a-z]{6} \| Sold \^[a-z]{6} \|\n\|---\|---\|\n\| Ursus arctos \^[a-z]{6} \| 7 \|$/m,
  )
  expect(tableOf(french)).toBe(tableOf(english).replace('Bears', 'Ours').replace('Sold', 'Vendus'))
})

const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])
const utf16 = Buffer.from('\ufeffa\tb\n', 'utf16le')

test.each<[string, string | Uint8Array, string]>([
  [
    'a quotation mark that is not closed',
    'a,b\nc,"d\ne,f\n',
    'the row in line 2 begins with a quotation mark (") that is never closed',
  ],
  ['nothing but quotation marks', '"""', 'a quotation mark (") that is never closed'],
  [
    'a quotation mark inside a cell',
    'a,b\nc,d"e\n',
    'A quotation mark (") stands inside a cell of the row in line 2.',
  ],
  [
    'a row with a cell too few',
    'a,b,c\nPanda,1,2\nBear,3\n',
    'The row in line 3 (“Bear”) has 2 cells, and the first row 3 cells.',
  ],
  ['a formula', 'a,b\nBear,=1+1\n', '“=1+1” in line 2 (“Bear”) is a formula.'],
  [
    'what a formula left',
    'a,b\nBear,#REF!\n',
    '“#REF!” in line 2 (“Bear”) is what Excel writes where a formula fails.',
  ],
  ['a column too narrow', 'a\tb\nBear\t####\n', 'a column is too narrow for its number'],
  ['a number that was shortened', 'a\tb\nBear\t1.2E+05\n', 'is a number that Excel has shortened'],
  [
    'a number that may be two',
    'a,b\nBear,1.234\n',
    '“1.234” in line 2 (“Bear”) may be a thousand and more, or a number with three decimals. Say how the sheet writes numbers: “--numbers en” (1,234.5)',
  ],
  [
    'numbers in two ways',
    'a;b\nBear;1,5\nPanda;2.5\n',
    'The sheet writes numbers in two ways: “1,5” in line 2 (“Bear”) and “2.5” in line 3 (“Panda”).',
  ],
  [
    'a day that may be two',
    'a,b\nBear,05/06/2008\n',
    'The row in line 2 (“Bear”): “05/06/2008” may be one of two days.',
  ],
  [
    'too many columns',
    `${','.repeat(63)}b\nc${','.repeat(63)}d\n`,
    'The sheet has 64 columns, and a table in Word at most 63.',
  ],
  [
    'a table of 1,000 × 30',
    `${'a\t'.repeat(29)}b\n`.repeat(1000),
    'The sheet has 1000 rows of 30 cells. A table has at most 1000 rows and 10000 cells',
  ],
  [
    'a megabyte in one cell',
    `a,${'b'.repeat(1024 * 1023)}\nc,d\n`,
    'holds 1047552 characters, and at most 4000 are taken',
  ],
  ['more than a megabyte', `a,b\n${'c,d\n'.repeat(300_000)}`, 'The sheet is larger than 1 MiB.'],
  ['UTF-16', utf16, 'The sheet is saved as UTF-16'],
  [
    'Latin letters of Windows',
    Buffer.from('a,b\nc,\xe9\n', 'latin1'),
    'The sheet is not saved as UTF-8 (line 2)',
  ],
  ['a workbook', zip, 'This is a workbook or another file that is no text.'],
  ['NUL', 'a,b\nc,\u0000\n', 'The sheet holds NUL characters'],
  [
    'a sign of control',
    'a,b\nBear,\u0007\n',
    'An invisible control character (U+0007) stands in a cell. Delete it.',
  ],
  [
    'a mark that turns the order',
    'a,b\nBear,\u202ex\n',
    'The row in line 2 (“Bear”): A cell holds an invisible mark that reverses the reading order. Delete it.',
  ],
  [
    'more than a file of Markdown holds',
    `a,b\n${`c,${'d e '.repeat(975)}\n`.repeat(36)}`,
    'The table would be too large for documents/sc58/exports/body.en.md: make several of it',
  ],
  ['nothing', ' \n\n', 'The sheet is empty.'],
  ['nothing between commas', ',,\n,,\n', 'The sheet is empty.'],
  ['rows without end', 'a,b\n'.repeat(200_000), 'The sheet has more than 5000 rows of 2 cells.'],
  ['a row alone', 'a,b\n', 'The sheet has one row, which would be the head of the table'],
  [
    'a list in a head',
    'a,"b:\n1. c\n2. d"\ne,f\n',
    'The head in line 1 (“a”): “b: 1. c 2. d” holds a list, and the head of a column is one paragraph.',
  ],
])('%s is refused, and nothing is written', async (_, text, reason) => {
  const path = await written(text)
  const digest = await digestOfFolder(root)
  const {status, out, err} = await table('sc58/exports', path, '--id', 'bears')
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain(reason)
  expect(err.split('\n')[0]).toMatch(/^Nothing was written\. /)
  expect(await digestOfFolder(root)).toBe(digest)
})

test.each<[string, string[], string]>([
  ['a file that is not there', ['sc58/exports', 'none.csv'], 'There is no file “none.csv”.'],
  ['a folder', ['sc58/exports', fixture], 'is no ordinary file'],
  ['a document that is not there', ['sc58/export', sheet('cuotas.csv')], 'Is “sc58/exports” meant?'],
  [
    'a name of another form',
    ['sc58/exports', sheet('cuotas.csv'), '--id', 'A b'],
    '“A b” cannot be the name of a table.',
  ],
  [
    'a part that is not there',
    ['sc58/exports', sheet('cuotas.csv'), '--part', 'annex-1'],
    'has no part “annex-1”',
  ],
  [
    'heads that are no number',
    ['sc58/exports', sheet('cuotas.csv'), '--head-rows', 'two'],
    '“two” cannot stand after “--head-rows”.',
  ],
  ['a language that there is not', [sheet('cuotas.csv'), '--numbers', 'xx'], 'There is no language “xx”.'],
  [
    'a place without a document',
    [sheet('cuotas.csv'), '--after', 'note'],
    'name the document before the sheet',
  ],
  ['no sheet', [], 'Name a document and a sheet'],
])('%s is told as wrong usage', async (_, args, reason) => {
  const {status, err} = await table(...args)
  expect([status, err]).toEqual([2, expect.stringContaining(reason)])
})

test.each<[string, string[], string]>([
  ['a unit that a language lacks', ['--after', 'none'], 'body.en.md has no “^none”.'],
  ['a column that is not there', ['--same', 'Colour'], 'There is no column “Colour”.'],
  [
    'widths of other columns',
    ['--widths', '1 2'],
    'With the table there would be an error in documents/sc58/exports/body.en.md',
  ],
])('%s is refused', async (_, args, reason) => {
  const {status, err} = await table('sc58/exports', sheet('recommendations.tsv'), '--id', 'measures', ...args)
  expect([status, err]).toEqual([1, expect.stringContaining(reason)])
})
