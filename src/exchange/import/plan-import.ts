import {addAll, quote} from '../../message/index.ts'
import type {Dossier, TranslatedFile, Translation} from '../../resolve/index.ts'
import {folderName} from '../../translate/index.ts'
import type {TranslationState, UnitPair} from '../../translation/index.ts'
import type {Refusal, ReturnedFolder, ReturnedUnit} from '../types.ts'
import {type ChangedFile, changedFile} from './changed-file.ts'
import {judgeUnit} from './judge-unit.ts'

/** A unit whose words in the sources will be others. */
export interface ImportedUnit {
  folder: string
  language: string
  /** In the sources. */
  path: string
  key: string
  words: string
  /** As they are now; undefined where it is missing. */
  before: string | undefined
  /** Where it stands in the file that came back, and how far it is said to be. */
  file: string
  line: number
  state: TranslationState
  /** Whether the words are those of the original. */
  isSame: boolean
}

/** What came back, looked at; nothing is written. */
export interface ImportPlan {
  refusals: Refusal[]
  units: ImportedUnit[]
  files: ChangedFile[]
  /** Units that are as they were, that nobody translated, and that still have the words of the original. */
  unchanged: number
  untouched: number
  same: {file: string; line: number; key: string}[]
  /** Units that may be confirmed: those that are written, and those of which the file says that they are right as they are. */
  confirmed: {translation: Translation; units: {key: string; state: TranslationState}[]}[]
}

/** What is known of the sources. */
export interface ImportContext {
  dossier: Pick<Dossier, 'translations'>
  texts: ReadonlyMap<string, string>
  isAdopted: (pair: UnitPair) => boolean
}

/** What would become of the sources with what came back, or why that cannot be taken. */
export function planImport(folders: readonly ReturnedFolder[], context: ImportContext): ImportPlan {
  const plan: ImportPlan = {
    refusals: [],
    units: [],
    files: [],
    unchanged: 0,
    untouched: 0,
    same: [],
    confirmed: [],
  }
  for (const folder of folders) {
    const translation = translationOf(folder, context.dossier)
    if ('reason' in translation) plan.refusals.push(translation)
    else planFolder(folder, translation, context, plan)
  }
  return plan
}

function translationOf(
  {file, line, folder, original, language}: ReturnedFolder,
  {translations}: Pick<Dossier, 'translations'>,
): Translation | Refusal {
  const own = translations.filter((translation) => translation.folder === folder)
  const [first] = own
  const refuse = (reason: string): Refusal => ({file, line, reason})
  if (!first)
    return refuse(`No words that are translated stand in ${quote(folder)}. Export a document that is here.`)
  if (first.original !== original)
    return refuse(
      `${quote(folderName(folder))} is translated from ${quote(first.original)} and not from ${quote(original)}. Export it again.`,
    )
  const found = own.find((translation) => translation.language === language)
  if (found) return found
  const languages = own.map((translation) => translation.language).join(', ')
  return refuse(
    `${quote(folderName(folder))} is translated into ${languages} and not into ${quote(language)}. Export it for one of them.`,
  )
}

function planFolder(
  {file, units}: ReturnedFolder,
  translation: Translation,
  context: ImportContext,
  plan: ImportPlan,
): void {
  const pairs = new Map(translation.pairs().map((pair) => [pair.key, pair]))
  const seen = new Set<string>()
  const words = new Map<string, ImportedUnit>()
  const confirmed: {key: string; state: TranslationState}[] = []
  for (const returned of units) {
    const {key, line, state = 'draft'} = returned
    const pair = pairs.get(key)
    const refuse = (reason: string): void => void plan.refusals.push({file, line, unit: key, reason})
    if (!pair) refuse(`There is no such unit in ${quote(folderName(translation.folder))}. Export it again.`)
    else if (seen.has(key)) refuse('It stands in the file twice. Take one of the two out.')
    else {
      const judged = judgeUnit(returned, pair, {
        isBetweenBars: isBetweenBars(pair, context.texts),
        isAdopted: context.isAdopted(pair),
      })
      if (judged.kind === 'refused') refuse(judged.reason)
      else if (judged.kind === 'words')
        words.set(key, importedUnit(returned, pair, {translation, file, ...judged, state}))
      else count(judged.kind, {file, line, key}, plan)
      const isSaidRight = judged.kind === 'unchanged' && returned.state && !returned.isToDo
      if (judged.kind === 'words' || (isSaidRight && pair.verdict !== 'current')) confirmed.push({key, state})
    }
    seen.add(key)
  }
  addAll(plan.units, [...words.values()])
  if (confirmed.length > 0) plan.confirmed.push({translation, units: confirmed})
  for (const one of translation.files) planFile(one, words, plan)
}

function count(
  kind: 'nothing' | 'unchanged' | 'same',
  unit: ImportPlan['same'][number],
  plan: ImportPlan,
): void {
  if (kind === 'unchanged') plan.unchanged += 1
  else if (kind === 'nothing') plan.untouched += 1
  else plan.same.push(unit)
}

function importedUnit(
  {key, line}: ReturnedUnit,
  {translation: present}: UnitPair,
  {
    translation,
    file,
    words,
    isSame,
    state,
  }: {
    translation: Translation
    file: string
    words: string
    isSame: boolean
    state: TranslationState
  },
): ImportedUnit {
  const {folder, language, files} = translation
  const stem = key.slice(0, key.indexOf('#'))
  const path = files.find((one) => one.stem === stem)?.path ?? ''
  return {folder, language, path, key, words, before: present?.source, file, line, state, isSame}
}

function planFile(file: TranslatedFile, units: ReadonlyMap<string, ImportedUnit>, plan: ImportPlan): void {
  const own = [...units.values()].filter(({path}) => path === file.path)
  const [first] = own
  if (!first) return
  const words = new Map(own.map(({key, words: typed}) => [key, typed]))
  const changed = changedFile(file, words)
  if (changed) plan.files.push(changed)
  else for (const unit of culprits(file, own)) plan.refusals.push(withoutPlace(unit))
}

/** The units that cannot be put in by themselves; all where only together they cannot. */
function culprits(file: TranslatedFile, units: readonly ImportedUnit[]): readonly ImportedUnit[] {
  const alone = units.filter(({key, words}) => !changedFile(file, new Map([[key, words]])))
  return alone.length > 0 ? alone : units
}

function withoutPlace({file, line, key, path}: ImportedUnit): Refusal {
  const reason = `It has no place in ${path} of which it is certain that it is right. Type it there.`
  return {file, line, unit: key, reason}
}

/** Whether the words of a unit stand in a table with bars, in which a bar ends a cell. */
function isBetweenBars({original, translation}: UnitPair, texts: ReadonlyMap<string, string>): boolean {
  return [original, translation].some((unit) => {
    if (unit?.kind !== 'cell') return false
    const text = texts.get(unit.path) ?? ''
    const line = text.slice(text.lastIndexOf('\n', unit.start - 1) + 1, unit.start)
    return /^[ \t>]*\|/.test(line)
  })
}
