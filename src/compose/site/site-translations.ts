import type {Progress} from '../../translation/index.ts'
import type {Sheet} from '../dossier/sheet.ts'
import type {SiteDocument, SiteTranslation} from './types.ts'

/** How far words are in a language, by their folder and the code of the language behind it: `documents/sc58/paper fr`. */
export type ProgressOfFolders = ReadonlyMap<string, Progress>

/** How far the words of each folder are in each language, for the page about it. */
export function siteTranslations(
  sheet: Sheet,
  documents: readonly SiteDocument[],
  progressOf: ProgressOfFolders,
): SiteTranslation[] {
  const {translations, languages} = sheet.context.dossier
  return translations.flatMap((translation): SiteTranslation[] => {
    const language = languages.find(({code}) => code === translation.language)
    const progress = progressOf.get(`${translation.folder} ${translation.language}`)
    if (!language || !progress) return []
    const folder = translation.folder.replace(/^documents\/(?=.)/, '')
    const document = documents.find(({path}) => path === folder)
    return [
      {
        folder,
        document: document && {symbol: document.symbol, title: document.words.title},
        language,
        progress,
        hasLedger: translation.hasLedger,
      },
    ]
  })
}
