import {execFile, spawn} from 'node:child_process'
import {accessSync, constants, statSync} from 'node:fs'
import {copyFile, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {makeProfile} from '../../../src/pdf/index.ts'
import {attribute, descendants, parseXml, type XmlElement} from '../../../src/word/index.ts'

/** A word of a page; the box is in points from the top left corner. */
export interface PdfWord {
  text: string
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

/** A page of a PDF; sizes in points (1/72 inch). */
export interface PdfPage {
  width: number
  height: number
  words: PdfWord[]
}

const TIMEOUT = 120_000
const TIMEOUT_PER_FILE = 20_000

/** @returns whether a program of that name can be run, looked up in PATH without starting it */
export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    const file = join(folder, name)
    try {
      accessSync(file, constants.X_OK)
      return folder !== '' && statSync(file).isFile()
    } catch {
      return false
    }
  })
}

/**
 * Runs soffice once for all files, since its start takes longer than a file; with a profile of its own, so that runs
 * side by side do not wait for each other.
 * @returns the results in the order of the paths
 */
async function convert(
  docxPaths: string[],
  filter: string,
  extension: string,
  prepare = makeProfile,
): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'word-test-'))
  try {
    const profile = join(folder, 'profile')
    await prepare(profile)
    const options = ['--headless', '--norestore', '--convert-to', filter, '--outdir', join(folder, 'out')]
    // Files of several folders may have one name: each gets another, its place in the list.
    const copies = docxPaths.map((_path, index) => join(folder, `${index}.docx`))
    for (const [index, copy] of copies.entries())
      await copyFile(docxPaths[index] ?? '', copy).catch(() => undefined) // soffice says what it misses.
    const run = await promisify(execFile)(
      'soffice',
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...options, ...copies],
      {timeout: TIMEOUT + docxPaths.length * TIMEOUT_PER_FILE},
    )
    return await Promise.all(
      docxPaths.map((path, index) =>
        readFile(join(folder, 'out', `${index}${extension}`)).catch((error: unknown) => {
          const said = `${run.stdout}${run.stderr}`
          throw new Error(`soffice wrote no ${extension} of ${path}: ${said}`, {cause: error})
        }),
      ),
    )
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/**
 * Plain text of .docx files as LibreOffice Writer exports it: every label stands in front of its paragraph, fields
 * show their cached result.
 * @returns the texts in the order of the paths, lines ended by LF, no byte order mark
 */
export async function officeTexts(docxPaths: string[]): Promise<string[]> {
  const texts = await convert(docxPaths, 'txt:Text (encoded):UTF8', '.txt')
  return texts.map((bytes) => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'))
}

/**
 * The PDFs that LibreOffice Writer makes of .docx files; references are computed anew.
 * @param prepare makes the profile that it runs with, at a path where nothing is
 * @returns the bytes in the order of the paths
 */
export async function officePdfs(docxPaths: string[], prepare = makeProfile): Promise<Uint8Array[]> {
  return convert(docxPaths, 'pdf:writer_pdf_Export', '.pdf', prepare)
}

/** @returns .docx files as LibreOffice Writer saves them after opening them, in their order */
export async function officeRoundTrips(docxPaths: string[]): Promise<Uint8Array[]> {
  return convert(docxPaths, 'docx:MS Word 2007 XML', '.docx')
}

/**
 * Words of a PDF with their boxes, page by page, from `pdftotext -bbox`.
 * @param pdf the bytes of the file
 */
export async function pdfWords(pdf: Uint8Array): Promise<PdfPage[]> {
  const listing = await feed('pdftotext', ['-q', '-enc', 'UTF-8', '-bbox', '-', '-'], pdf)
  const html = listing.slice(Math.max(0, listing.indexOf('<html')))
  return descendants(parseXml(html), 'page').map((page) => ({
    width: size(page, 'width'),
    height: size(page, 'height'),
    words: descendants(page, 'word').map((word) => ({
      text: word.children.filter((one) => typeof one === 'string').join(''),
      xMin: size(word, 'xMin'),
      yMin: size(word, 'yMin'),
      xMax: size(word, 'xMax'),
      yMax: size(word, 'yMax'),
    })),
  }))
}

function size(element: XmlElement, name: string): number {
  const value = Number(attribute(element, name) ?? Number.NaN)
  if (Number.isNaN(value)) throw new Error(`pdftotext gave no ${name}`)
  return value
}

function feed(program: string, options: string[], input: Uint8Array): Promise<string> {
  return new Promise((done, fail) => {
    const run = spawn(program, options, {stdio: ['pipe', 'pipe', 'inherit'], timeout: TIMEOUT})
    const chunks: Buffer[] = []
    run.on('error', fail)
    run.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    run.on('close', (status) => {
      if (status === 0) done(Buffer.concat(chunks).toString('utf8'))
      else fail(new Error(`${program} ended with status ${status}`))
    })
    run.stdin.on('error', () => undefined)
    run.stdin.end(input)
  })
}
