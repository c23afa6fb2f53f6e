import {isError} from '../message/index.ts'
import {dependsOn} from '../resolve/index.ts'
import {documentDiff, type FoundDocument, type Path, pathsOf} from './document-diff.ts'
import {factChanges} from './facts.ts'
import {fileChanges} from './files.ts'
import {planOf, type Side} from './sides.ts'
import {deadlineChanges, standingOf, taskChanges, unsoundSubjects} from './standing.ts'
import {translationChanges} from './translations.ts'
import type {
  DiffAsking,
  DiffReport,
  DocumentDiff,
  FactChange,
  FileChange,
  LanguageDiff,
  Reason,
  SideName,
} from './types.ts'

/**
 * All that differs for a reader between two sides, document by document and language by language, with the facts, tasks,
 * deadlines, translations and files that do.
 */
export function compareSides(before: Side, after: Side, asking: DiffAsking = {}): DiffReport {
  const files = fileChanges(before.content, after.content)
  const paths = pathsOf(before, after, asking)
  const isWanted = wantedFiles(paths, before, after, asking)
  // What a document that came or went says of itself is told with it.
  const facts = (files.length === 0 ? [] : changedFacts(before, after)).filter(
    ({file, path}) => isWanted(file) && (path.length > 0 || !isDocument(file)),
  )
  const all = paths.map((path) => documentDiff(path, {before, after, files, facts, asking}))
  const differing = all.filter((document) => isOtherDocument(document, files))
  const unsound = unsoundSubjects(before.dossier, after.dossier)
  // What is refused on a side has no day there.
  const unmade = paths.flatMap(({path, presence}) => (presence.includes('refused') ? [path] : []))
  const [then, now] =
    files.length === 0 ? [] : [standingOf(before.dossier, unsound), standingOf(after.dossier, unsound)]
  const isComparable = (folder: string): boolean =>
    files.some(({path}) => folderOf(path) === folder) &&
    [before, after].every((side) => isSound(side, folder))
  return {
    before: nameOf(before),
    after: nameOf(after),
    documents: numbered(differing),
    counts: {documents: all.length, same: all.length - differing.length},
    facts,
    tasks: then && now ? taskChanges(then, now) : [],
    deadlines: (then && now ? deadlineChanges(then, now) : []).filter(
      ({id}) => !unmade.some((path) => id.startsWith(`${path}#`)),
    ),
    translations: translationChanges(
      before.dossier.translations,
      after.dossier.translations,
      isComparable,
    ).filter(
      ({folder, language}) =>
        isWanted(`${folder}/`) && (asking.languages === undefined || asking.languages.includes(language)),
    ),
    templates: files.filter(({path}) => path.startsWith('templates/')),
    sources: files.filter(({path}) => !path.startsWith('templates/') && isWanted(path)),
  }
}

/** One that is refused on both sides differs where its sources do. */
function isOtherDocument({fate, path, languages}: FoundDocument, files: readonly FileChange[]): boolean {
  if (fate !== 'stays') return true
  const isNeverMade = languages.every(({reasons}) => refusalsIn(reasons) === 2)
  if (!isNeverMade) return languages.some(isOther)
  return files.some((file) => file.path.startsWith(`documents/${path}/`))
}

function refusalsIn(reasons: readonly Reason[]): number {
  return reasons.filter((reason) => reason === 'refused-before' || reason === 'refused-after').length
}

function isOther({verdict, reasons}: Pick<LanguageDiff, 'verdict' | 'reasons'>): boolean {
  return verdict !== 'same' || refusalsIn(reasons) === 1
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

/** Whether a side could make something of every text of a folder. */
function isSound({content, sources}: Side, folder: string): boolean {
  return [...content.keys()].every(
    (path) => folderOf(path) !== folder || !/\.(?:md|yaml|jsonl)$/.test(path) || sources.has(path),
  )
}

function isDocument(file: string): boolean {
  return file.endsWith('/document.yaml')
}

function nameOf({name, commit, messages}: Side): SideName {
  return {name, ...(commit === undefined ? {} : {commit}), errors: messages.filter(isError)}
}

function changedFacts(before: Side, after: Side): FactChange[] {
  return factChanges(before.sources, after.sources, {
    before: (path) => before.content.has(path),
    after: (path) => after.content.has(path),
  })
}

/** The report is read from its beginning, and so are its changes counted. */
function numbered(documents: readonly FoundDocument[]): DocumentDiff[] {
  let number = 0
  return documents.map((document) => ({
    ...document,
    languages: document.languages.map(({behind, changes, ...language}) => ({
      ...language,
      changes: changes.map(({facts: _facts, isFactual: _isFactual, ...change}, index) => {
        number += 1
        const follows = behind[index] ?? []
        return {number, ...change, ...(follows.length > 0 ? {follows} : {})}
      }),
    })),
  }))
}

/** Whether a file is one of what the documents that are asked for are made from. */
function wantedFiles(
  paths: readonly Path[],
  before: Side,
  after: Side,
  {documents}: DiffAsking,
): (file: string) => boolean {
  if (documents === undefined || documents.length === 0) return () => true
  const plans = paths.flatMap(({path, from}) =>
    [planOf(before, from) ?? [], planOf(after, path) ?? []].flat(),
  )
  const folders = paths.flatMap(({path, from}) => [`documents/${path}/`, `documents/${from}/`])
  return (file) =>
    folders.some((folder) => file.startsWith(folder)) ||
    plans.some((plan) => plan.languages.some(({language}) => dependsOn(plan, language.code, file)))
}
