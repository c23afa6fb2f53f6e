import {beforeAll, describe, expect} from 'vitest'
import {type Built, builtDocuments, labelledUnits} from '../support/built.ts'
import {testWith} from '../support/programs.ts'
import {officePdf, officeText, type PdfPage, type PdfWord, pdfWords} from '../support/word/office.ts'

const minutes = 60_000

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

/** Words of a page as lines from top to bottom, with the box of each line. */
function linesOf(page: PdfPage): {text: string; xMin: number; xMax: number; yMin: number}[] {
  const rows: PdfWord[][] = []
  for (const word of [...page.words].sort((a, b) => a.yMin - b.yMin || a.xMin - b.xMin)) {
    const row = rows.find((candidate) => Math.abs((candidate[0]?.yMin ?? 0) - word.yMin) < 2)
    if (row) row.push(word)
    else rows.push([word])
  }
  return rows.map((row) => {
    const words = [...row].sort((a, b) => a.xMin - b.xMin)
    return {
      text: words
        .map((word) => word.text)
        .join(' ')
        .replaceAll('\u00a0', ' '),
      xMin: Math.min(...words.map((word) => word.xMin)),
      xMax: Math.max(...words.map((word) => word.xMax)),
      yMin: words[0]?.yMin ?? 0,
    }
  })
}

describe('as another word processor shows the Word files', () => {
  testWith('soffice')(
    'every label and its words are those of the tree',
    async () => {
      for (const {name, docxPath, tree} of built) {
        const lines = (await officeText(docxPath)).split('\n').map((line) => line.trim().replace(/\s+/g, ' '))
        let from = 0
        for (const {label, words} of labelledUnits(tree)) {
          const wanted = `${label} ${words}`.replace(/\s+/g, ' ').trim().slice(0, 60)
          const at = lines.findIndex((line, index) => index >= from && line.startsWith(wanted))
          expect(at, `${name}: ${wanted}`).toBeGreaterThanOrEqual(from)
          from = at + 1
        }
      }
    },
    5 * minutes,
  )

  testWith('soffice', 'pdftotext')(
    'covers and footers stand where the house style has them',
    async () => {
      for (const {name, docxPath, tree} of built) {
        const pages = await pdfWords(await officePdf(docxPath))
        const symbol = tree.meta.symbol.replaceAll('\u00a0', ' ')
        const [cover] = pages
        if (!cover) throw new Error(`${name} has no page`)
        const lines = linesOf(cover)
        const blocks = (tree.children[0]?.children ?? [])
          .filter((node) => node.type === 'coverBlock')
          .map((node) => node.style)
        expect(lines[0]?.text, name).toBe(symbol)
        // The text ends 1134 twips (56.7 points) before the edge.
        expect(lines[0]?.xMax, `${name}: symbol at the right`).toBeCloseTo(cover.width - 56.7, -0.5)
        for (const line of lines.slice(1, 3)) {
          expect((line.xMin + line.xMax) / 2, `${name}: convention centred`).toBeCloseTo(
            cover.width / 2,
            -0.5,
          )
        }
        expect(lines[1]?.text, name).toMatch(/^CONVENTION|^CONVENCIÓN/)
        expect(lines[3]?.text, `${name}: rule`).toMatch(/^_+$/)
        expect(blocks.slice(0, 5), name).toEqual(['symbol', 'convention', 'rule', 'meeting', 'place'])
        for (const [index, page] of pages.entries()) {
          const foot = linesOf(page).at(-1)
          expect(foot?.text, `${name}: foot of page ${index + 1}`).toMatch(
            new RegExp(`^${symbol.replace(/[.()]/g, '\\$&')}( \\p{L}+)? – p\\. ${index + 1}$`, 'u'),
          )
        }
        const words = pages.flatMap((page) => page.words.map((word) => word.text)).join(' ')
        expect(words, name).not.toContain('Reference source not found')
      }
    },
    5 * minutes,
  )
})
