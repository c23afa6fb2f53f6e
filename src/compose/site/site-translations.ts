import {memories, progressOf} from '../../translation/index.ts'
import type {Sheet} from '../dossier/sheet.ts'
import type {SiteDocument, SiteTranslation} from './types.ts'

/** How far the words of each folder are in each language, for the page about it. */
export function siteTranslations(sheet: Sheet, documents: readonly SiteDocument[]): SiteTranslation[] {
  const {translations, languages} = sheet.context.dossier
  const memoryBetween = memories(translations)
  return translations.flatMap((translation): SiteTranslation[] => {
    const language = languages.find(({code}) => code === translation.language)
    if (!language) return []
    const folder = translation.folder.replace(/^documents\/(?=.)/, '')
    const document = documents.find(({path}) => path === folder)
    return [
      {
        folder,
        document: document && {symbol: document.symbol, title: document.words.title},
        language,
        progress: progressOf(translation, () => memoryBetween(translation)),
        hasLedger: translation.hasLedger,
      },
    ]
  })
}
