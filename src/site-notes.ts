import type {Composition} from './compose/index.ts'
import {type SiteEntry, siteEntry} from './render/index.ts'
import type {Translation} from './resolve/index.ts'
import {type CountedUnits, countUnits} from './translation/index.ts'

/** How far the words of a folder are in a language, before a memory is asked. */
export interface CountedFolder extends Pick<Translation, 'folder' | 'original' | 'language'> {
  units: CountedUnits
}

/** What pages about all documents need of a document: nothing of its trees. */
export interface SiteNotes {
  /** In each language in which it is made. */
  entries: readonly SiteEntry[]
  /** Its words in each language that is not the original. */
  counted: readonly CountedFolder[]
}

/**
 * What is kept of a document for the pages about all of them.
 *
 * @param made  the document in each language in which it is made
 */
export function siteNotes(made: readonly Composition[], translations: readonly Translation[]): SiteNotes {
  return {entries: made.map(siteEntry), counted: countedFolders(translations)}
}

/** How far some words are. */
export function countedFolders(translations: readonly Translation[]): CountedFolder[] {
  return translations.map((translation) => {
    const {folder, original, language} = translation
    return {folder, original, language, units: countUnits(translation)}
  })
}
