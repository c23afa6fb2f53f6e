import {load} from '../load/index.ts'
import {compare} from '../message/index.ts'
import {
  digestOf,
  isHint,
  type LedgerEntry,
  ledgerName,
  type TranslationUnit,
  translationUnits,
  wordsFile,
  writeLedger,
} from '../translation/index.ts'

/**
 * The ledgers of files that were just made in several languages from the same pattern: their words are translations of one
 * another, so that from then on every change is told. They are drafts: their authors are to write the words.
 *
 * @param files  texts by path from the content root
 * @param original  code of the language that the others are translations of
 * @returns texts of ledgers by path; none for a folder in one language
 */
export function firstLedgers(files: ReadonlyMap<string, string>, original: string): Map<string, string> {
  const words = [...files].filter(([path]) => wordsFile(path) && path.startsWith('documents/'))
  const {sources} = load(new Map(words.map(([path, text]) => [path, new TextEncoder().encode(text)])))
  const folders = new Map<string, Map<string, TranslationUnit[]>>()
  for (const [path, source] of sources) {
    const {folder = '', language = ''} = wordsFile(path) ?? {}
    const languages = folders.get(folder) ?? new Map<string, TranslationUnit[]>()
    folders.set(
      folder,
      languages.set(language, [...(languages.get(language) ?? []), ...translationUnits(source)]),
    )
  }
  const ledgers = new Map<string, string>()
  for (const [folder, languages] of folders)
    for (const [language, units] of [...languages].sort(([a], [b]) => compare(a, b))) {
      const originals = new Map((languages.get(original) ?? []).map((unit) => [unit.key, unit]))
      const entries = units.flatMap((unit) => entryOf(originals.get(unit.key), unit))
      if (language !== original && entries.length > 0)
        ledgers.set(
          `${folder}/${ledgerName(language)}`,
          writeLedger({original, language}, new Map(entries.map((entry) => [entry.unit, entry]))),
        )
    }
  return ledgers
}

function entryOf(
  original: TranslationUnit | undefined,
  {key, source: translation}: TranslationUnit,
): LedgerEntry[] {
  // Of a hint there is nothing to confirm: its words are still to be written.
  if (!original || isHint(original)) return []
  const {source} = original
  return [{unit: key, state: 'draft', source, digest: digestOf(source), translation: digestOf(translation)}]
}
