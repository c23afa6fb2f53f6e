import {renderCertified} from '../certify/index.ts'
import type {Composition} from '../compose/index.ts'
import {compare} from '../message/index.ts'
import {formats} from '../render/index.ts'
import {bytesOfPictures, type DocumentPlan, type Dossier, type FileNames} from '../resolve/index.ts'
import {fileName} from './file-names.ts'
import {splitParts} from './split-parts.ts'

const released = ['docx', 'html']

/** The body and each annex in every language and format, by the names of their files, sorted. */
export async function renderFiles(
  compositions: readonly Composition[],
  dossier: Dossier,
  plan: DocumentPlan,
  names: FileNames,
): Promise<Map<string, Uint8Array>> {
  const letters = new Map(plan.languages.map(({language}) => [language.code, language.letter]))
  const nameOf = (language: string, part: number): string =>
    fileName(names, plan, letters.get(language) ?? '', part)
  const {styles, numbering} = dossier.templates
  const pictures = bytesOfPictures(dossier)
  const files: [string, Uint8Array][] = []
  for (const {tree: whole} of compositions)
    for (const {name, tree} of splitParts(whole, nameOf))
      for (const format of released) {
        const {bytes} = await renderCertified(name, format, {tree, styles, numbering, pictures})
        const {extension, forRelease} = formats.get(format) ?? {}
        files.push([`${name}.${extension}`, (await forRelease?.(bytes)) ?? bytes])
      }
  return new Map(files.sort(([a], [b]) => compare(a, b)))
}
