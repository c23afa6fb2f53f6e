import type {VFileMessage} from 'vfile-message'
import {renderCertified} from '../certify/index.ts'
import type {Composition} from '../compose/index.ts'
import {warning} from '../message/index.ts'
import {splitParts} from '../release/index.ts'
import {bytesOfPictures, type Dossier} from '../resolve/index.ts'
import {convertToPdf, countPages, type WordFile} from './office.ts'

/** Documents whose kind has a limit of pages, without their annexes, as Word files. */
export async function bodiesToCount(
  compositions: readonly Composition[],
  dossier: Dossier,
): Promise<(WordFile & {most: number; composition: Composition})[]> {
  const {styles, numbering} = dossier.templates
  const pictures = bytesOfPictures(dossier)
  const limited = compositions.filter(({plan}) => plan.kind.pages !== undefined)
  return Promise.all(
    limited.map(async (composition) => {
      const {plan, tree} = composition
      const [body] = splitParts(tree, (language, part) => `${plan.path}.${language}.part-${part}`)
      const path = `${plan.path}.${tree.meta.language}`
      const finished = {tree: body?.tree ?? tree, styles, numbering, pictures}
      const {bytes} = await renderCertified(path, 'docx', finished)
      return {path, bytes, date: tree.meta.date, most: plan.kind.pages ?? 0, composition}
    }),
  )
}

/**
 * Counts the pages of each document without its annexes and compares them with the limit of its kind. Word may break
 * pages otherwise than LibreOffice, so that a document which comes within a page of the limit is named too.
 * Source: house-style rule on the length of working documents, which is not confirmed; so it only warns.
 *
 * @returns warnings, at the first line of the body
 * @throws EnvironmentError  where LibreOffice is missing, fails or does not end
 */
export async function pageFindings(
  compositions: readonly Composition[],
  dossier: Dossier,
): Promise<VFileMessage[]> {
  const bodies = await bodiesToCount(compositions, dossier)
  if (bodies.length === 0) return []
  const {pdfs} = await convertToPdf(bodies)
  return bodies.flatMap(({path, most, composition}) => {
    const pages = countPages(pdfs.get(path) ?? new Uint8Array())
    const place = {start: {line: 1, column: 1}, end: {line: 1, column: 1}}
    const details = {
      path: composition.tree.children[0]?.file ?? '',
      ruleId: 'page-count',
      place,
      language: composition.language.code,
    }
    if (pages === undefined)
      return [
        warning(
          'The pages of this document could not be counted: its PDF does not say how many they are.',
          details,
        ),
      ]
    const message = pageMessage(pages, most)
    return message ? [warning(message, details)] : []
  })
}

/** What is said of so many pages where so many are allowed; nothing where there is room to spare. */
function pageMessage(pages: number, most: number): string | undefined {
  if (pages > most)
    return `This document has ${pages} pages without its annexes, and at most ${most} are expected of its kind. Shorten it, or move a part of it into an annex.`
  if (pages >= most - 1)
    return `This document has ${pages} pages without its annexes; at most ${most} are expected of its kind, and Word may need a page more. Look at it in Word before it is sent.`
  return undefined
}
