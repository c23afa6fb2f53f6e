import {cp, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build, write} from '../../src/index.ts'
import {
  computeLabels,
  integrityFaults,
  noteMarks,
  numberLinks,
  picturesOf,
  readPackage,
  references,
  staleReferences,
  tablesOf,
  type WordPackage,
} from '../../src/word/index.ts'
import {axeFindings, bringAxe, browserProgram, useBrowser, widths} from '../support/browser.ts'
import {type Built, builtDocuments, labelledUnits, referenceResults} from '../support/built.ts'
import {writePairs} from '../support/constructs/write-pairs.ts'
import {countedLabels, htmlLabels} from '../support/html-labels.ts'
import {nuFindings} from '../support/nu.ts'
import {testWith} from '../support/programs.ts'
import {type HeardCell, heardCells} from '../support/tables/read-aloud.ts'
import {
  hasProgram,
  officePdfs,
  officeRoundTrips,
  officeTexts,
  type PdfPage,
  pdfWords,
} from '../support/word/office.ts'
import {validated} from '../support/word/validator.ts'

// tests/fixtures/constructs holds every construct of a document, and in expected/ what a reader sees of it. The document
// cop15/pairs is made of every pair of constructs that may stand in one another (tests/support/constructs).
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))

let root: string
let built: Built[]
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-constructs-'))
  await cp(fixture, root, {recursive: true})
  await writePairs(root)
  const result = await build({root})
  expect(result.messages.filter(({fatal}) => fatal)).toEqual([])
  await write(root, result.outputs, result)
  built = await builtDocuments(root)
})
afterAll(() => rm(root, {recursive: true}))

/**
 * Those labels that stand at the head of lines of a text, or of a piece of a cell, in their order; struck ones stand between
 * signs.
 */
function textLabels(text: string, labels: readonly string[]): string[] {
  const lines = text.split(/\n| \/ | \| /).map((line) => line.trim())
  let from = 0
  return labels.filter((label) => {
    const at = lines.findIndex(
      (line, place) => place >= from && (line.startsWith(`${label} `) || line.startsWith(`[-${label}-] `)),
    )
    if (at >= 0) from = at + 1
    return at >= 0
  })
}

// Its packages are looked at by several tests, and a large one takes a while to read.
const packages = new Map<Uint8Array, WordPackage>()
function packageOf({docx}: Built): WordPackage {
  const pkg = packages.get(docx) ?? readPackage(docx)
  packages.set(docx, pkg)
  return pkg
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

test('the text of each document is what stands beside it', async () => {
  const written = built.filter(({path}) => path !== 'cop15/pairs')
  expect(written.map(({name}) => name)).toEqual([
    'cop15/captions.en',
    'cop15/captions.fr',
    'cop15/captions.es',
    'cop15/constructs.en',
    'cop15/constructs.fr',
    'cop15/constructs.es',
    'cop15/numbered.en',
    'cop15/numbered.fr',
    'cop15/numbered.es',
    'cop15/pictures.en',
    'cop15/pictures.fr',
    'cop15/pictures.es',
    'cop15/revision.en',
    'cop15/revision.fr',
    'cop15/revision.es',
    'cop15/tables.en',
    'cop15/tables.fr',
    'cop15/tables.es',
    'cop15/words.en',
    'cop15/words.fr',
    'cop15/words.es',
  ])
  for (const {name, text} of written)
    expect(text, name).toBe(await readFile(join(fixture, 'expected', `${name}.txt`), 'utf8'))
})

describe('labels', () => {
  // Written out: a document that lost a construct would else still agree with itself.
  test('are those of every level, past z) at each', () => {
    const english = built.find(({name}) => name === 'cop15/constructs.en')
    const labels = english ? labelledUnits(english.tree).map(({kind, label}) => `${kind} ${label}`) : []
    for (const due of ['4.', 'z)', 'aa)', 'xxvii)', 'Z.', 'AA.'])
      expect(labels).toContain(`paragraphs ${due}`)
    expect(labels.filter((label) => label.startsWith('quotation-list '))).toEqual(
      ['a)', 'b)', 'i)', 'ii)', 'A.', 'B.', 'c)', 'a)', 'b)', 'a)', 'b)'].map(
        (label) => `quotation-list ${label}`,
      ),
    )
    expect(labels.filter((label) => label.startsWith('clause-list '))).toEqual(
      ['a)', 'i)', 'ii)', 'A.', 'B.', 'b)', 'c)', 'a)', 'b)'].map((label) => `clause-list ${label}`),
    )
  })

  // Old ones in brackets: of what is struck, and behind the new one where they differ.
  test('of what is amended are those of the new text, struck ones and others those of the old one', () => {
    const revision = built.find(({name}) => name === 'cop15/revision.en')
    const text = revision?.text ?? ''
    const labelsUnder = (words: string): string[] => {
      const [, list = ''] = text.split(`${words}\n`)
      const lines = list.split('\n').slice(
        0,
        list.split('\n').findIndex((line) => !/^ /.test(line)),
      )
      return lines.flatMap(
        (line) => /^ +((?:(?:\[-)?(?:[a-z]+\)|[A-Z]\.)(?:-\])? )+)/.exec(line)?.[1]?.trim() ?? [],
      )
    }
    expect(labelsUnder('RECOMMENDS that Parties:')).toEqual([
      ...['[-a)-]', 'a) [-b)-]', 'b)', 'i)', 'ii)', '[-c)-]', '[-i)-]', '[-ii)-]', '[-A.-]', 'c) [-d)-]'],
      ...['[-i)-]', 'i) [-ii)-]', 'ii)', 'iii)', '[-e)-]', 'd)', 'e) [-f)-]'],
    ])
    expect(labelsUnder('URGES Parties:')).toEqual(['[-a)-]', '[-b)-]', '[-c)-]', 'a) [-d)-]', 'b)'])
    expect(text).toContain('[-charge a fee for b) and:-]')
    expect(text).toContain('see c)\u00a0i) and b)\u00a0ii);')
  })

  test('are the same in all languages', () => {
    const labelsOf = (name: string): string[] =>
      built
        .filter((one) => one.name === name)
        // The words before the number of a caption are those of the language.
        .flatMap(({tree}) => labelledUnits(tree).map(({label}) => label.replace(/^\p{L}+\u00a0/u, '')))
    for (const path of [
      'captions',
      'constructs',
      'numbered',
      'pictures',
      'revision',
      'tables',
      'words',
      'pairs',
    ])
      for (const language of ['fr', 'es'])
        expect(labelsOf(`cop15/${path}.${language}`)).toEqual(labelsOf(`cop15/${path}.en`))
  })

  test('of the tree are those computed from the Word file, of the HTML and of the text, and what its lists count', () => {
    for (const one of built) {
      const {name, html, text, tree} = one
      const units = labelledUnits(tree)
      const labels = units.map(({label}) => label)
      const computed = computeLabels(packageOf(one)).flatMap(({label}) => label ?? [])
      expect(computed, name).toEqual(labels)
      expect(htmlLabels(html), name).toEqual(labels)
      // In a cell they stand within the line of its row.
      const atHeads = units.flatMap(({kind, label}) => (kind === 'cell-list' ? [] : [label]))
      expect(textLabels(text, atHeads), name).toEqual(atHeads)
      const uncounted = ['quoted-text', 'quoted-number', 'table-caption', 'picture-caption']
      const counted = units.filter(({kind}) => !uncounted.includes(kind))
      const items = counted.filter(({kind, level}) => level > 0 || !/decision$/.test(kind))
      // A list counts AA as 27 and prints it AA, as aa) is: what is read aloud has the same letters.
      expect(countedLabels(html), name).toEqual(items.map(({label}) => label.replace(/[.)]$/, '')))
    }
  })

  testWith('soffice')('of the tree are those that another word processor shows', async () => {
    const texts = await officeTexts(built.map(({docxPath}) => docxPath))
    for (const [index, {name, tree}] of built.entries()) {
      // It raises a power, and its text does not say so.
      const plain = (text: string): string => oneLine(text).replace(/[\^_]/g, '')
      const lines = (texts[index] ?? '').split('\n').map(plain)
      let from = 0
      for (const {label, oldLabel = '', words} of labelledUnits(tree)) {
        const wanted = plain(`${label} ${oldLabel} ${words}`).slice(0, 30) // Before the mark of a note, which it prints as a number.
        const at = lines.findIndex(
          (line, place) =>
            // A line that is broken by hand ends before the words do.
            place >= from && (line.startsWith(wanted) || (line.length > 20 && wanted.startsWith(line))),
        )
        expect(at, `${name}: ${wanted}`).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    }
  })

  testWith('soffice')('outlive being saved by it', async () => {
    // The largest one in one language: its translations differ in words alone.
    const looked = built.filter(({path, language}) => path !== 'cop15/pairs' || language === 'es')
    const saved = await officeRoundTrips(looked.map(({docxPath}) => docxPath))
    for (const [index, one] of looked.entries()) {
      const {name} = one
      const [again, own] = [readPackage(saved[index] ?? new Uint8Array()), packageOf(one)]
      const labelsOf = (pkg: WordPackage): string[] =>
        computeLabels(pkg).flatMap(({label, text}) => (label === null ? [] : [`${label} ${text}`]))
      expect(labelsOf(again), name).toEqual(labelsOf(own))
      // Fields in their order, each with what it shows, and as many notes, each with an id of its own.
      const fieldsOf = (pkg: WordPackage): string[] =>
        references(pkg).flatMap(({name: field, result}) =>
          field === 'REF' || field === 'NOTEREF' ? [`${field} ${result}`] : [],
        )
      expect(fieldsOf(again), name).toEqual(fieldsOf(own))
      const numbersOf = (pkg: WordPackage): string[] =>
        numberLinks(pkg).map(({text, expected}) => `${text} of ${expected}`)
      expect(numbersOf(again), name).toEqual(numbersOf(own))
      // Pictures in their places, each as large, with its description and its bytes.
      const shown = (pkg: WordPackage): string[] =>
        picturesOf(pkg).map(({part, ...picture}) =>
          JSON.stringify([picture, Buffer.from(pkg.others.get(part ?? '') ?? []).toString('base64')]),
        )
      expect(shown(again), name).toEqual(shown(own))
      const notesOf = (pkg: WordPackage): string[] => noteMarks(pkg).map(({note}) => note)
      expect(notesOf(again).length, name).toBe(notesOf(own).length)
      expect(new Set(notesOf(again)).size, name).toBe(notesOf(again).length)
      // Cells where they stand, as large as they are, the rows of the head; widths it rounds to a hundredth of a millimetre.
      const tablesIn = (pkg: WordPackage): string[] =>
        tablesOf(pkg).flatMap(({rows}) =>
          rows.map(({isHeader, cells}) => {
            const places = cells.map(({column, across, down}) => `${column} ${across}×${down}`)
            return `${isHeader ? 'head' : 'row'}: ${places.join(', ')}`
          }),
        )
      expect(tablesIn(again), name).toEqual(tablesIn(own))
      const widthsIn = (pkg: WordPackage): number[] => tablesOf(pkg).flatMap(({columns}) => columns)
      const widths = widthsIn(again)
      for (const [at, width] of widthsIn(own).entries())
        expect(Math.abs(width - (widths[at] ?? 0)), `${name}: column ${at + 1}`).toBeLessThanOrEqual(3)
    }
  })
})

test('references have the label of their target as their result, in the text and in notes', () => {
  for (const one of built) {
    const {name, tree} = one
    const pkg = packageOf(one)
    expect(staleReferences(pkg), name).toEqual([])
    const fields = references(pkg).flatMap(({name: field, result}) => (field === 'REF' ? [result] : []))
    const results = [...fields, ...numberLinks(pkg).map(({text}) => text)]
    expect([...results].sort(), name).toEqual(referenceResults(tree).sort())
  }
})

// Translations differ in words alone: for each version it is the turn of one language.
test('what pictures show stands side by side in its languages, and a search finds it', async () => {
  const read = (name: string): Promise<string> => readFile(join(root, 'out', name), 'utf8')
  const rows = (await read('bitext/cop15/pictures.html')).split('<tr id="')
  const row = rows.find((one) => one.startsWith('u-bear"')) ?? ''
  expect([...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, words]) => words)).toEqual([
    '[A bear of wood with a red ribbon]',
    '[Un ours en bois avec un ruban rouge]',
    '[Un oso de madera con una cinta roja]',
  ])
  expect(await read('search.fr.html')).toContain('"u-bear","","Un ours en bois avec un ruban rouge"]')
})

const turns: Readonly<Record<'Office2007' | 'Office2016' | 'Microsoft365', string>> = {
  Office2007: 'en',
  Office2016: 'fr',
  Microsoft365: 'es',
}

test.each(['Office2007', 'Office2016', 'Microsoft365'] as const)(
  'every Word file is valid for %s',
  async (version) => {
    const looked = built.filter(({language}) => language === turns[version])
    const results = await validated(
      looked.map(({docxPath}) => docxPath),
      version,
    )
    expect(results.map(({errors}) => errors)).toEqual(looked.map(() => []))
  },
)

test('every Word file is sound where the validator does not look', () => {
  for (const one of built) expect(integrityFaults(packageOf(one)), one.name).toEqual([])
})

describe('pages', () => {
  const testPages = testWith('soffice', 'pdftotext')
  let pages: PdfPage[]
  beforeAll(async () => {
    if (!hasProgram('soffice') || !hasProgram('pdftotext')) return
    const english = built.find(({name}) => name === 'cop15/constructs.en')
    const [pdf] = await officePdfs(english ? [english.docxPath] : [])
    pages = await pdfWords(pdf ?? new Uint8Array())
  })

  testPages('of the wide table lie on their long side, with its header row on both', () => {
    const wide = pages.filter(({width, height}) => width > height)
    const table = wide.filter(({words}) => words.some(({text}) => text === '2008'))
    expect(table.length).toBe(2)
    for (const {words} of table) {
      const text = words.map((word) => word.text).join(' ')
      expect(text).toContain('Colour Town 2007 2008')
      expect(text).toContain('CoP15 Doc. 90 Annex 2 – p.')
    }
    const text = pages.flatMap(({words}) => words.map((word) => word.text)).join(' ')
    expect(text).not.toContain('Reference source not found')
    expect(text).toContain('see Annex 1, Annex 2 and paragraph 2 of Annex 1.')
    expect(text).toContain('and What Ursus theodori is called, or together')
    expect(text).toContain('note 1, note 6 of Annex 2, and notes 2 and 3 or 1 to 4.')
  })

  testPages('set a quotation in from the words that it stands under, on both sides', () => {
    const words = pages.flatMap((page) => page.words)
    const leftOf = (...run: string[]): number => {
      const at = words.findIndex((_word, index) =>
        run.every((text, place) => words[index + place]?.text === text),
      )
      if (at < 0) throw new Error(`“${run.join(' ')}” is on no page.`)
      return Math.round((words[at]?.xMin ?? 0) * 20) - 1134
    }
    // In twips from the margin: 567 further in than the words above.
    expect(leftOf('The', 'bears', 'that')).toBeCloseTo(1134, -2)
    expect(leftOf('sewn', 'by')).toBeCloseTo(1701, -2)
    expect(leftOf('We', 'sell', 'twelve')).toBeCloseTo(1701, -2)
    expect(leftOf('Two', 'to', 'a')).toBeCloseTo(2268, -2)
    expect(leftOf('We', 'have', 'none.')).toBeCloseTo(1701, -2)
  })
})

describe('as pages', () => {
  const htmlPath = ({docxPath}: Built): string => docxPath.replace(/docx$/, 'html')

  testWith('java')('have nothing of which the Nu checker speaks', async () => {
    expect(await nuFindings(built.map(htmlPath))).toEqual([])
  })

  const browser = useBrowser('--enable-begin-frame-control')
  testWith(browserProgram)('do not scroll sideways, and axe finds nothing, at each width', async () => {
    const page = await browser().newPage()
    for (const one of built) {
      await page.setViewportSize({width: widths[0], height: 900})
      await page.goto(pathToFileURL(htmlPath(one)).href)
      await bringAxe(page)
      for (const width of widths) {
        await page.setViewportSize({width, height: 900})
        const isTooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        // Translations differ in words: axe looks at them in one width, and at the pairs in English alone.
        const isLookedAt = one.language === 'en' || (width === widths[0] && one.path !== 'cop15/pairs')
        const found = isLookedAt ? await axeFindings(page) : []
        const {name} = one
        expect({name, width, isTooWide, found}).toEqual({name, width, isTooWide: false, found: []})
      }
    }
    await page.close()
  })

  testWith(browserProgram)(
    'give a reader aloud each figure of a table with the heads that it has',
    async () => {
      const page = await browser().newPage()
      const tables = built.find(({name}) => name === 'cop15/tables.en') as Built
      await page.goto(pathToFileURL(htmlPath(tables)).href)
      const heard = await heardCells(page)
      const said = ({role, heads, words}: HeardCell): string => `${role}: ${[...heads, words].join(' › ')}`
      const lines = heard.map(said)
      expect(lines).toContain('cell: Large bears › 2009 › Towns of the north › Bern › 127')
      expect(lines).toContain(
        'cell: Recommendations › Bears sold one by one › Blue bears › The town should put a label on each box.',
      )
      expect(lines).toContain('cell: By › Bears sold in boxes › Amber bears › 31\u00a0December 2009')
      expect(lines).toContain('rowheader: Towns of the south')
      expect(lines).toContain('columnheader: Small bears')
      expect(lines.filter((line) => line.includes('nothing of the id'))).toEqual([])
      await page.close()
    },
  )
})
