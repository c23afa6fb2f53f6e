import {type Finished, formats, roomForLabels, usedStyles} from '../render/index.ts'
import {certifyDocx} from './certify.ts'
import type {Certificate} from './types.ts'

/** What reads a file back from its bytes, by name of the format; formats without one are proven by the tests alone. */
const certifiers = new Map([['docx', certifyDocx]])

/** A file as bytes, and what was proven of it. */
export interface CertifiedFile {
  bytes: Uint8Array
  certificate?: Certificate
}

/**
 * Renders a tree in a format and reads the result back where that format can be.
 *
 * @param name  of the file without its extension, for the report
 * @param format  a name of the table of formats
 * @throws CertificateError  where the bytes are not what the tree says
 */
export async function renderCertified(
  name: string,
  format: string,
  {tree, styles, numbering, pictures}: Finished,
): Promise<CertifiedFile> {
  const finished = {
    tree,
    styles: usedStyles(styles, numbering, tree),
    numbering: roomForLabels(numbering, tree, styles.font.size),
    pictures,
  }
  const known = formats.get(format)
  if (!known) throw new Error(`There is no format ${format}.`)
  const bytes = await known.render(finished)
  const certificate = certifiers.get(format)?.(`${name}.${known.extension}`, bytes, finished)
  return {bytes, ...(certificate ? {certificate} : {})}
}
