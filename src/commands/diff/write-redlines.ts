import {resolve} from 'node:path'
import {type DifferingPair, type DiffReport, differingPairs, type Side} from '../../diff/index.ts'
import {redlineOf} from '../../redline/index.ts'
import {formats} from '../../render/index.ts'
import {bytesOfPictures, type Dossier} from '../../resolve/index.ts'
import type {DocumentTree} from '../../tree/index.ts'
import {replaceFile} from '../../write/index.ts'

/** Who made the changes, and when, as Word shows it; of each document its own author and date where left out. */
export interface Revised {
  author?: string | undefined
  /** An ISO date. */
  date?: string | undefined
}

/**
 * Writes a Word file with revisions for every document and language whose words or numbers differ: accepted it is the later
 * document, rejected the earlier one.
 *
 * @param folder  where they are written, as `sc58/internet-trade.en.docx`
 * @param onFile  called before each file, with its path from there
 * @returns their paths from the folder
 * @throws EnvironmentError  when the disk will not have a file
 */
export async function writeRedlines(
  folder: string,
  [before, after]: readonly [Side, Side],
  report: DiffReport,
  revised: Revised,
  onFile: (path: string) => void,
): Promise<string[]> {
  const written: string[] = []
  for (const pair of differingPairs(before, after, report)) {
    const path = `${pair.path}.${pair.language}.docx`
    onFile(path)
    await replaceFile(resolve(folder), path, await redline(pair, before.dossier, after.dossier, revised))
    written.push(path)
  }
  return written
}

async function redline(
  {before, after, language}: DifferingPair,
  dossierBefore: Dossier,
  dossierAfter: Dossier,
  {author, date}: Revised,
): Promise<Uint8Array> {
  const {meta} = after.tree
  return redlineOf(await wordFile(before.tree, dossierBefore), await wordFile(after.tree, dossierAfter), {
    author: author ?? meta.author,
    date: `${date ?? meta.date}T00:00:00Z`,
    words: wordsOf(dossierAfter, language),
  })
}

async function wordFile(tree: DocumentTree, dossier: Dossier): Promise<Uint8Array> {
  const {styles, numbering} = dossier.templates
  const format = formats.get('docx')
  if (!format) throw new Error('Word files are a format.')
  return format.render({tree, styles, numbering, pictures: bytesOfPictures(dossier)})
}

function wordsOf({templates}: Dossier, language: string) {
  const labels = templates.labels.get(language)
  if (!labels) throw new Error(`A document is in ${language}, which has labels.`)
  return labels.value.redline
}
