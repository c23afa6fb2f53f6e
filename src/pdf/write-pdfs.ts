import {lstat} from 'node:fs/promises'
import {join} from 'node:path'
import {compare} from '../message/index.ts'
import {replaceFile} from '../write/index.ts'

/** Path of the PDF beside a Word file. */
export function pdfPath(path: string): string {
  return path.replace(/\.docx$/, '.pdf')
}

/**
 * Writes PDFs beside their Word files, each whole or not at all. They stand in no manifest, since their bytes depend on
 * the LibreOffice that made them.
 *
 * @param root  the content root
 * @param pdfs  by the path of their Word file from out/
 * @throws EnvironmentError  when the disk will not do it
 */
export async function writePdfs(root: string, pdfs: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of pdfs) await replaceFile(root, `out/${pdfPath(path)}`, bytes)
}

/**
 * PDFs that were made of an earlier Word file than the one beside them.
 *
 * @param written  paths from out/ that this build has changed
 * @returns their paths from out/, sorted
 */
export async function outdatedPdfs(root: string, written: readonly string[]): Promise<string[]> {
  const candidates = written.filter((path) => path.endsWith('.docx')).map(pdfPath)
  const present: string[] = []
  for (const path of candidates) {
    const stat = await lstat(join(root, 'out', path)).catch(() => undefined)
    if (stat?.isFile()) present.push(path)
  }
  return present.sort(compare)
}
