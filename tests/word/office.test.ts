import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {computeLabels, readPackage} from '../../src/word/index.ts'
import {story} from '../support/story.ts'
import {abstractNum, field, lvl, marked, num, numPr, para, run, tinyDocx} from '../support/word/build.ts'
import {hasProgram, officePdfs, officeTexts, pdfWords} from '../support/word/office.ts'

const present = hasProgram('soffice') && hasProgram('pdftotext')
if (!present) console.warn('SKIPPED: soffice and pdftotext are needed to compare labels with another program')

const LEVELS = [
  lvl(0, 'decimal', '%1.', '<w:pStyle w:val="P1"/>'),
  lvl(1, 'lowerLetter', '%2)'),
  lvl(2, 'lowerRoman', '%3)'),
]
const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
const numbering = [
  abstractNum(1, ...LEVELS),
  abstractNum(2, lvl(0, 'decimal', '14.35'), lvl(1, 'lowerLetter', '%2)')),
  abstractNum(3, lvl(0, 'lowerLetter', '%1)')),
  num(1, 1),
  num(2, 2),
  num(3, 3),
  num(4, 1, restart),
].join('')
const styles = `<w:style w:type="paragraph" w:styleId="P1"><w:name w:val="P1"/><w:basedOn w:val="Normal"/><w:pPr>${numPr(1)}</w:pPr></w:style>`
const rows: [number, number][] = [
  [1, 0],
  [1, 1],
  [1, 2],
  [1, 1],
  [0, 0],
  [2, 0],
  [2, 1],
  [1, 1],
  [1, 0],
  [1, 1],
  [4, 0],
  [4, 0],
  [1, 0],
]
const body = [
  para(run('Styled'), '<w:pStyle w:val="P1"/>'),
  ...rows.map(([numId, ilvl], place) =>
    para(marked(`u_${place}`, place, run(`Row${place}`)), numPr(numId, ilvl)),
  ),
  ...Array.from({length: 28}, (_, place) => para(run(`Letter${place}`), numPr(3, 0))),
  para(run('See ') + field('REF u_1 \\n \\h', 'a)')),
].join('')

describe.skipIf(!present)('another program', () => {
  const bytes = tinyDocx({body, numbering, styles})
  let folder = ''
  let path = ''
  let texts: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'word-test-'))
    path = join(folder, 'tiny.docx')
    const other = join(folder, 'other/tiny.docx')
    await mkdir(join(folder, 'other'))
    await writeFile(path, bytes)
    await writeFile(other, tinyDocx({body: para(run('Another file'))}))
    texts = await officeTexts([other, path])
  })
  afterAll(async () => rm(folder, {recursive: true, force: true}))

  it('prints the labels that computeLabels gives', () => {
    const lines = (texts[1] ?? '').replace('\uFEFF', '').split('\n')
    const printed = lines.map((line) => line.trim()).filter((line) => line !== '')
    const computed = computeLabels(readPackage(bytes)).map(({label, text}) =>
      label === null ? text : `${label} ${text}`,
    )
    expect(computed).toContain('bb) Letter27')
    expect(printed).toEqual(computed)
  })

  it('gives the words of a page with their boxes', {timeout: 120_000}, async () => {
    const [pdf = new Uint8Array()] = await officePdfs([path])
    const [page] = await pdfWords(pdf)
    const word = page?.words.find(({text}) => text === 'Row0')
    expect(page?.width).toBeGreaterThan(500)
    expect(page?.height).toBeGreaterThan(page?.width ?? 0)
    expect(word?.xMin).toBeGreaterThan(0)
    expect(word?.xMax).toBeGreaterThan(word?.xMin ?? 0)
    expect(word?.yMax).toBeLessThan(page?.height ?? 0)
  })

  it('puts every word where it stands with a profile that LibreOffice makes itself', {
    timeout: 120_000,
  }, async () => {
    const paths = [path, join(story, 'out/sc58/internet-trade.en.docx')]
    const [ours, own] = [await officePdfs(paths), await officePdfs(paths, async () => undefined)]
    for (const [index, pdf] of ours.entries()) {
      const pages = await pdfWords(pdf)
      expect(pages.flatMap(({words}) => words).length).toBeGreaterThan(40)
      expect(pages).toEqual(await pdfWords(own[index] ?? new Uint8Array()))
    }
  })

  it('keeps apart files of one name, in the order in which they are given', () => {
    expect(texts.map((text) => text.includes('Another file'))).toEqual([true, false])
    expect(texts[1]).toContain('Row0')
  })

  it('reports a file that cannot be converted', {timeout: 120_000}, async () => {
    const none = join(folder, 'none.docx')
    await expect(officeTexts([path, none])).rejects.toThrow(`soffice wrote no .txt of ${none}`)
  })
})

describe('hasProgram', () => {
  it('finds what can be run and nothing else', () => {
    expect(hasProgram('node')).toBe(true)
    expect(hasProgram('no-such-program')).toBe(false)
  })
})
