import {documentPath} from '../asked.ts'
import {UsageError} from '../failure/index.ts'
import {compare, nearest, quote} from '../message/index.ts'
import type {Dossier, Translation} from '../resolve/index.ts'

/** Which translations a command is about. */
export interface Selection {
  /** Documents, or folders of words such as `decisions/internet-trade`; all when empty. */
  folders: readonly string[]
  /** Codes of languages; all when left out. */
  languages?: readonly string[] | undefined
}

/**
 * The translations that were asked for.
 *
 * @throws UsageError  where a folder or a language has none
 */
export function selected({translations}: Dossier, {folders, languages}: Selection): Translation[] {
  const codes = [...new Set(translations.map(({language}) => language))].sort(compare)
  const strange = languages?.find((code) => !codes.includes(code))
  if (strange !== undefined)
    throw new UsageError(
      codes.length > 0
        ? `Nothing is translated into ${quote(strange)}. Write one of: ${codes.join(', ')}.`
        : 'Nothing is translated: every document is in one language.',
    )
  const known = [...new Set(translations.map(({folder}) => folderName(folder)))]
  const wanted = folders.map((given) => {
    const name = documentPath(given)
    const found = known.filter((folder) => folder === name || folder.startsWith(`${name}/`))
    if (found.length === 0) throw notThere(given, name, known)
    return found
  })
  const all = new Set(folders.length > 0 ? wanted.flat() : known)
  return translations.filter(
    ({folder, language}) => all.has(folderName(folder)) && (languages?.includes(language) ?? true),
  )
}

/** A folder of words as it is named in a command: without `documents/`, and that folder itself as it is. */
export function folderName(folder: string): string {
  return folder.replace(/^documents\/(?=.)/, '')
}

function notThere(given: string, name: string, known: readonly string[]): UsageError {
  const near = nearest(name, known)
  const remedy = near ? `Is ${quote(near)} meant?` : `Write one of: ${known.join(', ')}.`
  return new UsageError(`No words that are translated stand in ${quote(given)}. ${remedy}`)
}
