import {resolveContent} from '../../src/content.ts'
import {
  type ExportedFolder,
  type ExportedUnit,
  exportedFolder,
  type ImportPlan,
  planImport,
  type ReturnedFolder,
  readXliff,
  type Segment,
  writeXliff,
} from '../../src/exchange/index.ts'
import {load, type Source} from '../../src/load/index.ts'
import type {Translation} from '../../src/resolve/index.ts'
import {type Ledger, memoryOf, pairsOf, translationUnits} from '../../src/translation/index.ts'
import {repository, story} from './content-root.ts'

/** The roots whose words go out and come back in tests: the story, and whatever can be written. */
export const roots = [story, `${repository}tests/fixtures/constructs`]

const known = new Map<string, Promise<readonly Translation[]>>()

/** Translations of a root; it is read once. */
export function translationsOf(root: string): Promise<readonly Translation[]> {
  const found = known.get(root) ?? resolveContent({root}).then(({dossier}) => dossier.translations)
  known.set(root, found)
  return found
}

const noMemory = memoryOf([])

/** All units of a folder as they go out. */
export function allOf(translation: Translation): ExportedFolder {
  return exportedFolder(translation, {all: true, memory: noMemory, isAdopted: () => false})
}

/** Folders as they come back in XLIFF, each unit with the target that it is given. */
export function returnedWith(
  folders: readonly ExportedFolder[],
  target: (unit: ExportedUnit) => Segment | undefined,
): ReturnedFolder[] {
  const changed = folders.map((folder) => ({
    ...folder,
    units: folder.units.map((unit) => ({...unit, target: target(unit)})),
  }))
  return readXliff(new TextEncoder().encode(writeXliff(changed, {isForOmegat: false})), 'all.xlf')
}

/** What an import would do to some translations. */
export function planned(
  folders: readonly ReturnedFolder[],
  translations: readonly Translation[],
  isAdopted: () => boolean = () => false,
): ImportPlan {
  const sources = translations.flatMap(({files}) =>
    files.flatMap(({original, translation}) => [original, ...(translation ? [translation] : [])]),
  )
  const texts = new Map(sources.map(({path, file}) => [path, String(file)]))
  return planImport(folders, {dossier: {translations}, texts, isAdopted})
}

/** A translation with other texts in some of its files; undefined takes a file away. */
export function withTexts(
  translation: Translation,
  texts: ReadonlyMap<string, string | undefined>,
  ledger: Ledger = new Map(),
): Translation {
  const files = translation.files.map((file) => {
    const own = [file.original, file.translation].map((source) =>
      source && texts.has(source.path) ? parsed(source.path, texts.get(source.path)) : source,
    )
    return {...file, original: own[0] as Source, translation: own[1]}
  })
  const pairs = files.flatMap(({original, translation: own}) =>
    pairsOf(translationUnits(original), own ? translationUnits(own) : [], ledger),
  )
  return {...translation, files, pairs: () => pairs}
}

/** A source with a text. */
export function parsed(path: string, text: string | undefined): Source | undefined {
  if (text === undefined) return undefined
  const {sources, messages} = load(new Map([[path, new TextEncoder().encode(text)]]))
  const source = sources.get(path)
  if (!source) throw new Error(messages.map(String).join('\n'))
  return source
}
