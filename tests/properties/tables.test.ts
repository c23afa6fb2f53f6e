import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {renderCertified} from '../../src/certify/index.ts'
import {check} from '../../src/index.ts'
import {type ReadCell, tablesOfHtml} from '../support/tables/html-grid.ts'
import {type RandomCell, type RandomTable, randomTable, typed} from '../support/tables/random-table.ts'
import {tablesOfWord} from '../support/tables/word-grid.ts'

// Whatever is merged, headed and listed: Word's table and the page's are the one that was typed, read by readers that know
// the two formats and nothing of how they were made. CITES_DOCS_DOCUMENTS=100 tries more documents.
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
const runs = Number(process.env.CITES_DOCS_DOCUMENTS ?? 3)
const document = `kind: conference-document
meeting: cop15
symbol: {number: "99", revision: null}
author: secretariat
date: "2009-10-09"
original: en
languages: {en: complete}
subject: bear-trade
`

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-tables-'))
  await cp(fixture, root, {recursive: true})
  await mkdir(join(root, 'documents/cop15/random'))
  await writeFile(join(root, 'documents/cop15/random/document.yaml'), document)
})
afterAll(() => rm(root, {recursive: true}))

async function builtFrom(tables: readonly RandomTable[]): Promise<{docx: Uint8Array; html: string}> {
  const body = tables.map((table, index) => typed(table, `t${index}`)).join('\n')
  const path = join(root, 'documents/cop15/random/body.en.md')
  await writeFile(path, `---\ntitle: CITES\n---\n\n${body}`)
  const {compositions, dossier, messages} = await check({root, documents: ['cop15/random']})
  expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
  const [english] = compositions
  if (!english) throw new Error('The document was refused.')
  const {styles, numbering} = dossier.templates
  const finished = {tree: english.tree, styles, numbering}
  const docx = await renderCertified('cop15/random.en', 'docx', finished)
  const html = await renderCertified('cop15/random.en', 'html', finished)
  return {docx: docx.bytes, html: new TextDecoder().decode(html.bytes)}
}

const wordsOf = ({blocks}: RandomCell): string[] => blocks.flat()

/** The cells of a table as whoever typed it means them. */
function meant({cells, headRows}: RandomTable): Omit<ReadCell, 'heads'>[] {
  return cells.map((cell) => {
    const {row, column, across, down} = cell
    return {row, column, across, down, isHead: row < headRows, words: wordsOf(cell)}
  })
}

/** Words of what heads a cell: over its columns, beside its rows, and the last row of one cell before it. */
function headsMeant(cell: RandomCell, {cells, columns, headRows, headColumns}: RandomTable): string[] {
  const hasWords = (head: RandomCell): boolean => wordsOf(head).length > 0
  const isGroup = (head: RandomCell): boolean => head.across === columns && columns > 1
  const over = cells.filter(
    (head) =>
      head.row < headRows &&
      head.column < cell.column + cell.across &&
      cell.column < head.column + head.across,
  )
  const body = cells.filter((head) => head.row >= headRows && head.column < headColumns)
  const beside = body.filter(
    (head) => !isGroup(head) && head.row < cell.row + cell.down && cell.row < head.row + head.down,
  )
  const group = body.findLast((head) => isGroup(head) && head.row < cell.row)
  return [...over, ...beside, ...(group ? [group] : [])]
    .filter(hasWords)
    .map((head) => wordsOf(head).join(' '))
}

test(
  'random tables are those of Word and of the page, each cell with its heads',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomTable, {minLength: 4, maxLength: 4}), async (tables) => {
        const {docx, html} = await builtFrom(tables)
        expect(tablesOfWord(docx)).toEqual(tables.map(meant))
        const pages = tablesOfHtml(html)
        expect(pages.length).toBe(tables.length)
        for (const [index, table] of tables.entries()) {
          const page = pages[index] ?? []
          const isTyped = ({isHead: _, heads: __, ...cell}: ReadCell): unknown => cell
          expect(page.map(isTyped)).toEqual(meant(table).map(isTyped))
          for (const [place, {isHead, heads = []}] of page.entries()) {
            const cell = table.cells[place] as RandomCell
            const isBeside = cell.column < table.headColumns && wordsOf(cell).length > 0
            expect(isHead).toBe(cell.row < table.headRows || isBeside)
            if (!isHead) expect([...heads].sort()).toEqual(headsMeant(cell, table).sort())
          }
        }
      }),
      {numRuns: runs, endOnFailure: true},
    )
  },
  runs * 30_000,
)
