import {execFile, spawn} from 'node:child_process'
import {accessSync, constants, statSync} from 'node:fs'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, delimiter, extname, join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {attribute, descendants, parseXml, type XmlElement} from './xml.ts'

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

/** Runs soffice with a profile of its own, so that runs side by side do not wait for each other. */
async function convert(docxPath: string, filter: string, extension: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'word-test-'))
  try {
    const profile = pathToFileURL(join(folder, 'profile')).href
    const options = [
      '--headless',
      '--norestore',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      resolve(docxPath),
    ]
    const run = await promisify(execFile)('soffice', [`-env:UserInstallation=${profile}`, ...options], {
      timeout: TIMEOUT,
    })
    const result = join(folder, basename(docxPath, extname(docxPath)) + extension)
    return await readFile(result).catch((error: unknown) => {
      throw new Error(`soffice wrote no ${extension}: ${run.stdout}${run.stderr}`, {cause: error})
    })
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/**
 * Plain text of a .docx as LibreOffice Writer exports it: every label stands in front of its paragraph, fields
 * show their cached result.
 * @returns the text, lines ended by LF, no byte order mark
 */
export async function officeText(docxPath: string): Promise<string> {
  const bytes = await convert(docxPath, 'txt:Text (encoded):UTF8', '.txt')
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')
}

/** @returns the PDF that LibreOffice Writer makes of a .docx; references are computed anew */
export async function officePdf(docxPath: string): Promise<Uint8Array> {
  return convert(docxPath, 'pdf:writer_pdf_Export', '.pdf')
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
