import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {EnvironmentError} from '../failure/index.ts'
import {compare, largest} from '../message/index.ts'
import {makeProfile} from './profile.ts'
import {findProgram} from './programs.ts'
import {run} from './run.ts'

/** A Word file that is to become a PDF. */
export interface WordFile {
  /** Its path from out/. */
  path: string
  bytes: Uint8Array
  /** ISO date of the document: the PDF says that it was made on that day. */
  date: string
}

/** PDFs as bytes by the path of their Word file. */
export interface Converted {
  pdfs: Map<string, Uint8Array>
  /** Whether the same files give the same bytes: only a fixed clock (faketime) can see to that. */
  isRepeatable: boolean
}

const start = 60_000
const eachFile = 20_000

// PDF 1.7 with tags, the flag of PDF/UA and an outline. Source: LibreOffice, PDF export filter options.
const filter = `pdf:writer_pdf_Export:${JSON.stringify(
  Object.fromEntries(
    ['UseTaggedPDF', 'PDFUACompliance', 'ExportBookmarks'].map((name) => [
      name,
      {type: 'boolean', value: 'true'},
    ]),
  ),
)}`

/** Whether LibreOffice is installed. */
export function hasOffice(): boolean {
  return findProgram('soffice') !== undefined
}

/**
 * Asks for LibreOffice before anything else is done.
 *
 * @throws EnvironmentError  where it is not installed
 */
export function requireOffice(): void {
  if (!hasOffice())
    throw new EnvironmentError(
      'A PDF is made by LibreOffice, and there is no program “soffice” here. Install LibreOffice (www.libreoffice.org), or leave out “--format pdf”: Word files, pages and texts need nothing but this program. Nothing was written.',
    )
}

/**
 * Word files to PDF, in one run of LibreOffice for each date, with a profile of its own, so that a LibreOffice that
 * somebody works in is left alone.
 *
 * @param onProgress  called before each run: how many files are done
 * @throws EnvironmentError  where LibreOffice is missing, fails or does not end
 */
export async function convertToPdf(
  files: readonly WordFile[],
  onProgress: (done: number) => void = () => undefined,
): Promise<Converted> {
  requireOffice()
  const office = findProgram('soffice') ?? ''
  const clock = findProgram('faketime')
  const folder = await mkdtemp(join(tmpdir(), 'cites-docs-pdf-'))
  const profile = join(folder, 'profile')
  const pdfs = new Map<string, Uint8Array>()
  try {
    await makeProfile(profile)
    // Without a fixed clock the date makes no difference, and one run is enough.
    const dates = clock ? [...new Set(files.map(({date}) => date))].sort(compare) : ['']
    for (const [index, date] of dates.entries()) {
      onProgress(pdfs.size)
      const group = files.filter((file) => date === '' || file.date === date)
      const inputs = join(folder, String(index))
      await mkdir(inputs)
      const names = group.map((_file, place) => join(inputs, `${place}.docx`))
      for (const [place, {bytes}] of group.entries()) await writeFile(names[place] ?? '', bytes)
      const options = [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...['--headless', '--norestore', '--convert-to', filter, '--outdir', inputs],
        ...names,
      ]
      const [command, all] = clock
        ? [clock, ['-f', `${date} 00:00:00`, office, ...options]]
        : [office, options]
      const said = await run(command, all, start + group.length * eachFile)
      for (const [place, {path}] of group.entries())
        pdfs.set(path, await readPdf(join(inputs, `${place}.pdf`), path, said))
    }
    return {pdfs, isRepeatable: clock !== undefined}
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

function readPdf(file: string, path: string, said: string): Promise<Uint8Array> {
  return readFile(file).catch(() => {
    throw new EnvironmentError([`LibreOffice made no PDF of ${path}.`, ...said.split('\n').slice(-10)])
  })
}

/**
 * How many pages a PDF of LibreOffice has, from the root of its page tree.
 * Source: ISO 32000-1, 7.7.3.2: the root's Count is the number of all pages.
 *
 * @returns undefined where the file does not say so in plain text
 */
export function countPages(pdf: Uint8Array): number | undefined {
  const text = Buffer.from(pdf).toString('latin1')
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[\s\S]{0,4000}?\/Count\s+(\d+)/g)]
  const pages = counts.map((match) => Number(match[1]))
  return pages.length === 0 ? undefined : largest(pages)
}
