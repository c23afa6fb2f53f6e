import {execFileSync} from 'node:child_process'
import {cp, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/build.ts'
import {EnvironmentError} from '../../src/failure/index.ts'
import {countPages} from '../../src/pdf/index.ts'
import {digestOfFolder, ran} from '../support/commands.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'
import {testWith} from '../support/programs.ts'

const minutes = 60_000
const path = 'sc58/internet-trade'

let root: string
beforeAll(async () => {
  root = await copyRoot('documents')
})
afterAll(() => removeRoot(root))

const build = (...args: string[]) => ran(run, [...args, '--root', root])
const pdfOf = (language: string): string => join(root, `out/${path}.${language}.pdf`)
const tool = (program: string, ...args: string[]): string =>
  execFileSync(program, args, {encoding: 'utf8', maxBuffer: 2 ** 27})

/** Runs a test with nothing in PATH but the programs named. */
async function withPrograms<T>(programs: readonly string[], look: () => Promise<T>): Promise<T> {
  const before = process.env.PATH
  const folders = programs.map((program) => tool('sh', '-c', `dirname "$(command -v ${program})"`).trim())
  process.env.PATH = folders.join(':')
  try {
    return await look()
  } finally {
    process.env.PATH = before
  }
}

describe('where LibreOffice is not installed', () => {
  test('a PDF is refused before anything is written, and it is said what helps', async () => {
    const before = await digestOfFolder(root)
    await withPrograms([], async () => {
      const attempt = build('--format', 'pdf')
      await expect(attempt).rejects.toThrow(EnvironmentError)
      await expect(attempt).rejects.toThrow(
        /no program “soffice” here\. Install LibreOffice .*Nothing was written\.$/,
      )
    })
    expect(await digestOfFolder(root)).toBe(before)
  })

  test('the pages of a final build are not checked, and no number is guessed', async () => {
    const {out, err} = await withPrograms([], () =>
      build(path, '--language', 'en', '--format', 'docx', '--final'),
    )
    expect(out).toMatch(/Pages not checked: LibreOffice is not installed\.\n$/)
    expect(err).not.toContain('page-count')
  })
})

test('an unknown format is named with those that there are', async () => {
  const {status, err} = await build('--format', 'odt')
  expect(status).toBe(2)
  expect(err).toBe('There is no format “odt”. Write one of: docx, html, units, txt, pdf.')
})

test('a PDF is not verified', async () => {
  const {status, err} = await build('--format', 'pdf', '--verify')
  expect(status).toBe(2)
  expect(err).toContain('is never compared')
})

describe('the PDF of a document', () => {
  /** The English one, of a build of this document in every language, and of a build of others besides. */
  let first: Buffer | undefined
  let again: Buffer | undefined
  const looks = ['pdfinfo', 'pdftotext', 'qpdf']

  testWith('soffice', 'faketime', ...looks)(
    'has tags, title and language, resolved references and the date of the document',
    async () => {
      const {status, out} = await build(path, '--format', 'pdf')
      expect(status).toBe(0)
      expect(out).toMatch(/3 PDFs written\.\n$/)
      for (const [language, title, tag] of [
        ['en', 'INTERNET TRADE IN SPECIMENS OF CITES-LISTED SPECIES', 'en-GB'],
        ['fr', "COMMERCE EN LIGNE DE SPECIMENS D'ESPECES COUVERTES PAR LA CITES", 'fr-FR'],
        ['es', undefined, 'es-ES'],
      ] as const) {
        const info = tool('pdfinfo', pdfOf(language))
        expect(info).toMatch(/^Tagged: +yes$/m)
        if (title) expect(info.replaceAll('\u00a0', ' ')).toContain(title)
        expect(info).toMatch(/^Title: +\S/m)
        expect(info).toMatch(/^CreationDate: +Thu May +7 00:00:00 2009/m)
        const pages = Number(/^Pages: +(\d+)$/m.exec(info)?.[1])
        expect(countPages(await readFile(pdfOf(language)))).toBe(pages)
        expect(tool('qpdf', '--json', pdfOf(language))).toContain(`"/Lang": "u:${tag}"`)
        expect(tool('pdftotext', pdfOf(language), '-')).not.toContain('Reference source not found')
      }
      first = await readFile(pdfOf('en'))
      const manifest = await readFile(join(root, `out/${path}.manifest.json`), 'utf8')
      expect(manifest).toContain('.docx')
      expect(manifest).not.toContain('.pdf')
    },
    3 * minutes,
  )

  testWith('soffice')(
    'is said to be out of date when its Word file changes, and stays; nothing is said while it does not',
    async () => {
      await build(path, '--format', 'docx', '--language', 'en')
      await writeFile(pdfOf('en'), 'an earlier PDF')
      expect((await build(path, '--format', 'docx', '--language', 'en')).out).not.toContain('.pdf')
      const body = join(root, `documents/${path}/body.en.md`)
      const text = await readFile(body, 'utf8')
      await writeFile(body, text.replace('No expenditure', 'No such expenditure'))
      const {out} = await build(path, '--format', 'docx', '--language', 'en')
      expect(out).toContain(`out/${path}.en.pdf was made of an earlier Word file.`)
      expect(await readFile(pdfOf('en'), 'utf8')).toBe('an earlier PDF')
      await writeFile(body, text)
    },
    minutes,
  )

  testWith('soffice')(
    'warns of a document that is too long without its annexes, and of one that comes near',
    async () => {
      const folder = (name: string): string => join(root, 'documents/sc58', name)
      const text = await readFile(join(folder('internet-trade'), 'body.en.md'), 'utf8')
      const heading = text.indexOf('\n## ', text.indexOf('^introduction')) + 1
      const more = (count: number): string =>
        Array.from(
          {length: count},
          (_one, place) => `${'These words fill the page. '.repeat(60).trim()} ^filler-${place + 1}\n\n`,
        ).join('')
      const longer = {longer: 12, longest: 30}
      for (const [name, count] of Object.entries(longer)) {
        await cp(folder('internet-trade'), folder(name), {recursive: true})
        await writeFile(
          join(folder(name), 'body.en.md'),
          text.slice(0, heading) + more(count) + text.slice(heading),
        )
      }
      // All in one build: LibreOffice needs longer to start than for a document.
      const documents = ['internet-trade', ...Object.keys(longer)].map((name) => `sc58/${name}`)
      const {err, status} = await build(...documents, '--format', 'pdf', '--language', 'en')
      expect(status).toBe(0)
      again = await readFile(pdfOf('en'))
      for (const name of Object.keys(longer)) await rm(folder(name), {recursive: true})
      const found = documents.map(
        (name) => new RegExp(`^documents/${name}/.* page-count: (.*)$`, 'm').exec(err)?.[1] ?? 'nothing',
      )
      const pages = found.map((message) => Number(/ (\d+) pages/.exec(message)?.[1] ?? 0))
      expect(found[0]).toBe('nothing')
      expect(pages[2]).toBeGreaterThan(12)
      expect(found[2]).toMatch(
        /at most 12 are expected of its kind\. Shorten it, or move a part of it into an annex\.$/,
      )
    },
    3 * minutes,
  )

  // LibreOffice is not started for this alone: the build before has made it anew.
  testWith(
    'soffice',
    'faketime',
    ...looks,
  )('has the same bytes each time', () => {
    expect(first?.length).toBeGreaterThan(1000)
    expect(again?.equals(first ?? Buffer.of())).toBe(true)
  })
})
