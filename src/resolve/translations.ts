import type {VFileMessage} from 'vfile-message'
import type {Source, YamlSource} from '../load/index.ts'
import {addAll, compare} from '../message/index.ts'
import {
  ledgerName,
  ledgerOf,
  pairsOf,
  translationUnits,
  type UnitPair,
  wordsFile,
} from '../translation/index.ts'
import {annexEntries} from './annexes.ts'
import {dependsOn} from './depends-on.ts'
import type {DocumentPlan, Dossier, TranslatedFile, Translation} from './types.ts'

/** Texts of elsewhere belong to every document: one that amends such a text prints none of it by itself. */
const ofTexts = 'documents/texts'

/**
 * The folders of words that are made in several languages, once for each language that is not the original. What a
 * document declares in one language only is no translation.
 *
 * @param sources  valid sources
 * @param paths  every path that was seen: a ledger that is there and has errors is not missing
 */
export function resolveTranslations(
  {documents, dormant}: Pick<Dossier, 'documents' | 'dormant'>,
  sources: ReadonlyMap<string, Source>,
  paths: ReadonlySet<string>,
): {translations: Translation[]; messages: VFileMessage[]} {
  // A document in one language is no translation, and has none.
  const translated = [...documents, ...dormant]
    .filter(({yaml}) => Object.keys(yaml.value.languages).length > 1)
    .sort((a, b) => compare(a.path, b.path))
  const folders = new Map<string, {stem: string; language: string; source: Source}[]>()
  for (const [path, source] of sources) {
    const file = path.startsWith('documents/') ? wordsFile(path) : undefined
    if (file) folders.set(file.folder, [...(folders.get(file.folder) ?? []), {...file, source}])
  }
  const translations: Translation[] = []
  const messages: VFileMessage[] = []
  for (const [folder, files] of [...folders].sort(([a], [b]) => compare(a, b))) {
    const own = printing(folder, files, translated)
    const [first] = own
    if (!first) continue
    const {original} = first.yaml.value
    for (const language of languagesOf(own, original)) {
      const ofFolder = filesOf(folder, files, {original, language, plans: own})
      if (ofFolder.length === 0) continue
      const made = translationOf(folder, {original, language, plans: own}, ofFolder, {sources, paths})
      translations.push(made.translation)
      addAll(messages, made.messages)
    }
  }
  return {translations, messages}
}

/** The documents that are made from the words of a folder: the one whose folder it is, or those that print facts of it. */
function printing(
  folder: string,
  files: readonly {language: string; source: Source}[],
  plans: readonly DocumentPlan[],
): DocumentPlan[] {
  const own = plans.find(({path}) => folder === `documents/${path}`)
  if (own) return [own]
  return plans.filter((plan) => {
    const {original} = plan.yaml.value
    return files.some(
      ({language, source}) =>
        language === original && (folder === ofTexts || dependsOn(plan, original, source.path)),
    )
  })
}

interface Between {
  original: string
  language: string
  plans: readonly DocumentPlan[]
}

/** The languages into which documents that are written in the original are translated. */
function languagesOf(plans: readonly DocumentPlan[], original: string): string[] {
  const codes = plans.flatMap(({yaml}) =>
    yaml.value.original === original ? Object.keys(yaml.value.languages) : [],
  )
  return [...new Set(codes)].filter((code) => code !== original).sort(compare)
}

function filesOf(
  folder: string,
  files: readonly {stem: string; language: string; source: Source}[],
  {original, language, plans}: Between,
): TranslatedFile[] {
  const alone = new Set(
    plans
      .filter(({path}) => folder === `documents/${path}`)
      .flatMap(({yaml}) => annexEntries(yaml.value).flatMap(({name, only}) => (only ? [name] : []))),
  )
  return files
    .filter((file) => file.language === original && !alone.has(file.stem))
    .sort((a, b) => compare(a.stem, b.stem))
    .map(({stem, source}) => ({
      stem,
      original: source,
      translation: files.find((other) => other.stem === stem && other.language === language)?.source,
      path: source.path.replace(/\.[a-z]{2}(?=\.[a-z]+$)/, `.${language}`),
    }))
}

function translationOf(
  folder: string,
  {original, language, plans}: Between,
  files: readonly TranslatedFile[],
  {sources, paths}: {sources: ReadonlyMap<string, Source>; paths: ReadonlySet<string>},
): {translation: Translation; messages: VFileMessage[]} {
  const ledgerPath = `${folder}/${ledgerName(language)}`
  const source = sources.get(ledgerPath)
  const read = source ? ledgerOf(source as YamlSource, {original, language}) : undefined
  const isSound = read?.messages.length === 0
  const states = plans.map(({yaml}) => yaml.value.languages[language])
  let pairs: UnitPair[] | undefined
  const translation: Translation = {
    folder,
    original,
    language,
    state: states.includes('complete') ? 'complete' : 'drafting',
    documents: plans,
    files,
    ledgerPath,
    hasLedger: paths.has(ledgerPath),
    ledger: isSound ? read.ledger : undefined,
    pairs() {
      pairs ??= files.flatMap(({original: from, translation: to}) =>
        pairsOf(translationUnits(from), to ? translationUnits(to) : [], read?.ledger ?? new Map()),
      )
      return pairs
    },
  }
  return {translation, messages: read?.messages ?? []}
}
