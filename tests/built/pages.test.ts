import {beforeAll, describe, expect} from 'vitest'
import {type Built, builtDocuments, labelledUnits} from '../support/built.ts'
import {expectedDocuments} from '../support/documents.ts'
import {testWith} from '../support/programs.ts'
import {
  hasProgram,
  officePdfs,
  officeTexts,
  type PdfPage,
  type PdfWord,
  pdfWords,
} from '../support/word/office.ts'

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

/** A4 in points. */
const [short, long] = [595.3, 841.9]

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('as another word processor shows the Word files', () => {
  testWith('soffice')(
    'every label and its words are those of the tree',
    async () => {
      const texts = await officeTexts(built.map(({docxPath}) => docxPath))
      for (const [index, {name, tree}] of built.entries()) {
        const lines = texts[index]?.split('\n').map((line) => line.trim().replace(/\s+/g, ' ')) ?? []
        let from = 0
        for (const {label, words} of labelledUnits(tree)) {
          const wanted = `${label} ${words}`.replace(/\s+/g, ' ').trim().slice(0, 60)
          const at = lines.findIndex((line, place) => place >= from && line.startsWith(wanted))
          expect(at, `${name}: ${wanted}`).toBeGreaterThanOrEqual(from)
          from = at + 1
        }
        // A document without labels is there all the same.
        const heading = lines.indexOf(spaced(tree.meta.title).replace(/\s+/g, ' '))
        expect(heading, `${name}: title`).toBeGreaterThan(0)
      }
    },
    5 * minutes,
  )

  describe('the pages', () => {
    let printed: (Built & {pages: PdfPage[]})[]
    beforeAll(async () => {
      if (!hasProgram('soffice') || !hasProgram('pdftotext')) return
      const bytes = await officePdfs(built.map(({docxPath}) => docxPath))
      const pages = await Promise.all(bytes.map(pdfWords))
      printed = built.map((document, index) => ({...document, pages: pages[index] ?? []}))
    }, 5 * minutes)

    const testPages = testWith('soffice', 'pdftotext')

    testPages('have covers as the house style has them', () => {
      for (const {name, path, tree, pages} of printed) {
        const [cover] = pages
        const expected = expectedDocuments[path]?.cover
        if (!cover || !expected) throw new Error(`${name} has no cover`)
        const blocks = (tree.children[0]?.children ?? []).filter((node) => node.type === 'coverBlock')
        expect(blocks.map(({style}) => style).slice(0, expected.length), name).toEqual(expected)
        const lines = linesOf(cover)
        if (expected[0] === 'symbol') {
          const [symbol] = lines.splice(0, 1)
          expect(symbol?.text, name).toBe(spaced(tree.meta.symbol))
          // The text ends 1134 twips (56.7 points) before the edge.
          expect(symbol?.xMax, `${name}: symbol at the right`).toBeCloseTo(cover.width - 56.7, -0.5)
        }
        expect(lines[0]?.text, name).toMatch(/^CONVENTION|^CONVENCIÓN/)
        for (const line of lines.slice(0, 2)) {
          const middle = (line.xMin + line.xMax) / 2
          expect(middle, `${name}: convention centred`).toBeCloseTo(cover.width / 2, -0.5)
        }
        expect(lines[2]?.text, `${name}: rule`).toMatch(/^_+$/)
      }
    })

    testPages('end with the symbol, the annex and the number of the page, parts one after the other', () => {
      for (const {name, tree, pages} of printed) {
        const symbol = spaced(tree.meta.symbol)
        const heads = tree.children.map(({label}) => (label ? `${symbol} ${spaced(label)}` : symbol))
        const feet = pages.map((page) => linesOf(page).at(-1)?.text)
        const seen: string[] = []
        for (const [place, foot] of feet.entries()) {
          const head = foot?.replace(` – p. ${place + 1}`, '') ?? ''
          expect(foot, `${name}: foot of page ${place + 1}`).toBe(`${head} – p. ${place + 1}`)
          if (seen.at(-1) !== head) seen.push(head)
        }
        expect(seen, name).toEqual(heads)
      }
      const annexes = built
        .filter(({language}) => language === 'en')
        .flatMap(({path, tree}) => tree.children.flatMap(({label}) => (label ? `${path} ${label}` : [])))
      const expected = Object.entries(expectedDocuments).flatMap(([path, document]) =>
        document.annexes.map((label) => `${path} ${label}`),
      )
      expect(annexes.map(spaced)).toEqual(expected)
    })

    testPages('are A4, upright but for the status report, and no line runs over the edge', () => {
      for (const {name, path, pages} of printed) {
        const [width, height] = expectedDocuments[path]?.isLandscape ? [long, short] : [short, long]
        for (const [place, page] of pages.entries()) {
          expect(page.width, `${name}: width of page ${place + 1}`).toBeCloseTo(width, 0)
          expect(page.height, `${name}: height of page ${place + 1}`).toBeCloseTo(height, 0)
          for (const {text, xMin, xMax} of linesOf(page)) {
            expect(xMin, `${name}, page ${place + 1}: ${text}`).toBeGreaterThan(50)
            expect(xMax, `${name}, page ${place + 1}: ${text}`).toBeLessThan(width - 50)
          }
        }
      }
    })

    testPages('have every reference resolved', () => {
      for (const {name, pages} of printed) {
        const words = pages.flatMap((page) => page.words.map((word) => word.text))
        expect(words.length, name).toBeGreaterThan(100)
        expect(words.join(' '), name).not.toContain('Reference source not found')
      }
    })
  })
})
