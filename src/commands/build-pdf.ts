import type {VFileMessage} from 'vfile-message'
import {UsageError} from '../failure/index.ts'
import {isError, printed, quote, sortMessages} from '../message/index.ts'
import {convertToPdf, hasOffice, outdatedPdfs, pageFindings, requireOffice, writePdfs} from '../pdf/index.ts'
import type {BuildResult} from '../pipeline.ts'
import {formats} from '../render/index.ts'
import {count} from '../report/index.ts'
import type {Terminal} from './terminal.ts'

/** The name of the format that another program makes of a Word file. */
export const pdf = 'pdf'

/**
 * The formats to render for those that were asked for: a PDF is made of its Word file.
 *
 * @param wanted  as given on the command line; undefined for the usual ones
 * @throws UsageError  for a name that is none, or a PDF to be verified
 * @throws EnvironmentError  when a PDF is wanted and LibreOffice is missing
 */
export function renderedFormats(
  wanted: readonly string[] | undefined,
  isVerified: boolean,
): string[] | undefined {
  const known = [...formats.keys(), pdf]
  for (const name of wanted ?? [])
    if (!known.includes(name))
      throw new UsageError(`There is no format ${quote(name)}. Write one of: ${known.join(', ')}.`)
  if (!wanted?.includes(pdf)) return wanted && [...wanted]
  if (isVerified)
    throw new UsageError(
      'A PDF differs from one LibreOffice to the next and is never compared. Leave out “--format pdf” or “--verify”.',
    )
  requireOffice()
  return [...new Set([...wanted.filter((name) => name !== pdf), 'docx'])]
}

/** Warnings about the length of documents, or one line that says why their pages were not counted. */
export async function lookAtPages(
  result: BuildResult,
  terminal: Terminal,
): Promise<{messages: VFileMessage[]; note: string}> {
  if (!hasOffice()) return {messages: [], note: 'Pages not checked: LibreOffice is not installed.\n'}
  terminal.progress(printed('counting pages'))
  const messages = sortMessages(await pageFindings(result.compositions, result.dossier))
  return {messages: messages.filter((message) => !isError(message)), note: ''}
}

/**
 * PDFs of all Word files of a build.
 *
 * @returns how they are written, and what is said of it
 */
export async function makePdfs(
  root: string,
  {outputs, compositions}: BuildResult,
  terminal: Terminal,
): Promise<() => Promise<string>> {
  const files = [...outputs].flatMap(([path, {bytes, document}]) => {
    if (document?.format !== 'docx') return []
    const own = compositions.find(
      ({plan, language}) => plan.path === document.path && language.code === document.language,
    )
    return own ? [{path, bytes, date: own.tree.meta.date}] : []
  })
  const {pdfs, isRepeatable} = await convertToPdf(files, (done) =>
    terminal.progress(printed(`${done}/${files.length} PDF`)),
  )
  return async () => {
    await writePdfs(root, pdfs)
    const note = isRepeatable
      ? ''
      : ' Made again, they differ in their dates, because the program faketime is not installed.'
    return `${count(pdfs.size, 'PDF')} written.${note}\n`
  }
}

/** One line for each PDF that is older than the Word file beside it. */
export async function outdatedNotes(root: string, written: readonly string[]): Promise<string> {
  const paths = await outdatedPdfs(root, written)
  return paths
    .map(
      (path) =>
        `out/${path} was made of an earlier Word file. Make it again with --format pdf, or delete it.\n`,
    )
    .join('')
}
