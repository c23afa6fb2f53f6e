import {documentPath} from '../asked.ts'
import {compare, isError} from '../message/index.ts'
import {type DocumentPlan, dependsOn} from '../resolve/index.ts'
import {factChanges, factsFile} from './facts.ts'
import {fileChanges} from './files.ts'
import {factsBehind} from './follow.ts'
import {type FoundIn, languageDiff, type OnSide} from './language-diff.ts'
import {renamesOf} from './renames.ts'
import {compositionsOf, documentsOf, type Presence, presenceOf, refusedIn, type Side} from './sides.ts'
import {deadlineChanges, standingOf, taskChanges, unsoundSubjects} from './standing.ts'
import {translationChanges} from './translations.ts'
import type {
  DiffReport,
  DocumentDiff,
  FactChange,
  Fate,
  FileChange,
  LanguageDiff,
  Reason,
  SideName,
} from './types.ts'

/** Which documents and languages are told of; all where left out. */
export interface DiffAsking {
  documents?: readonly string[] | undefined
  languages?: readonly string[] | undefined
}

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
  const isSame = (folder: string): boolean => !files.some(({path}) => path.startsWith(`${folder}/`))
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
    translations: translationChanges(before.dossier.translations, after.dossier.translations, isSame).filter(
      ({folder, language}) =>
        isWanted(`${folder}/`) && (asking.languages === undefined || asking.languages.includes(language)),
    ),
    templates: files.filter(({path}) => path.startsWith('templates/')),
    sources: files.filter(({path}) => !path.startsWith('templates/') && isWanted(path)),
  }
}

/** One that is refused on both sides differs where its sources do. */
function isOtherDocument({fate, path, languages}: FoundDocument, files: readonly FileChange[]): boolean {
  const isTouched = files.some((file) => file.path.startsWith(`documents/${path}/`))
  const isNeverMade = languages.every(({reasons}) => refusalsIn(reasons) === 2)
  return fate !== 'stays' || (isNeverMade ? isTouched : languages.some(isOther))
}

function refusalsIn(reasons: readonly Reason[]): number {
  return reasons.filter((reason) => reason === 'refused-before' || reason === 'refused-after').length
}

function isOther({verdict, reasons}: Pick<LanguageDiff, 'verdict' | 'reasons'>): boolean {
  return verdict !== 'same' || refusalsIn(reasons) === 1
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

/** Where a document lies on both sides. */
interface Path {
  path: string
  from: string
  /** What the two sides have of it. */
  presence: [Presence, Presence]
}

/** Every document that is made, or should be, on a side; one that was renamed once. */
function pathsOf(before: Side, after: Side, {documents}: DiffAsking): Path[] {
  const presences = [...new Set([...documentsOf(before), ...documentsOf(after)])].map(
    (path) => [path, [presenceOf(before, path), presenceOf(after, path)]] as [string, Path['presence']],
  )
  const gone = presences.flatMap(([path, [one, other]]) =>
    one === 'made' && other === 'absent' ? [path] : [],
  )
  const come = presences.flatMap(([path, [one, other]]) =>
    one === 'absent' && other === 'made' ? [path] : [],
  )
  const renames = renamesOf(before, after, gone.sort(compare), come.sort(compare))
  const left = new Set(renames.values())
  const wanted = documents?.map(documentPath)
  const isWanted = (path: string): boolean =>
    wanted?.some((own) => own === path || path.startsWith(`${own}/`)) ?? true
  return presences
    .flatMap(([path, presence]): Path[] => {
      const from = renames.get(path)
      if (from !== undefined) return [{path, from, presence: ['made', 'made']}]
      const isMade = presence.some((own) => own === 'made' || own === 'refused')
      return isMade && !left.has(path) ? [{path, from: path, presence}] : []
    })
    .filter(({path, from}) => isWanted(path) || isWanted(from))
    .sort((a, b) => compare(a.path, b.path))
}

/** What all documents are compared by. */
interface Comparing {
  before: Side
  after: Side
  files: readonly FileChange[]
  facts: readonly FactChange[]
  asking: DiffAsking
}

interface FoundDocument extends Omit<DocumentDiff, 'languages'> {
  languages: (FoundIn & {behind: readonly (readonly string[])[]})[]
}

function documentDiff(place: Path, comparing: Comparing): FoundDocument {
  const {path, from, presence} = place
  const {before, after, asking} = comparing
  const [then, now] = [compositionsOf(before, from), compositionsOf(after, path)]
  const plans = [planOf(before, from), planOf(after, path)].flatMap((plan) => plan ?? [])
  const codes = [...new Set(plans.flatMap(({languages}) => languages.map(({language}) => language.code)))]
  // Of a document that is refused on both sides no language is known.
  const wanted = codes.length > 0 ? codes.filter((code) => asking.languages?.includes(code) ?? true) : ['']
  const shown = [...now.values(), ...then.values()][0]
  const sleeping = [before, after].flatMap(({dossier}) =>
    dossier.dormant.filter((plan) => plan.path === path),
  )
  const fate = from === path ? fateOf(presence) : 'renamed'
  const condition = sleeping.flatMap((plan) => plan.yaml.value.when ?? [])
  const [refusedThen, refusedNow] = [refusedIn(before, from), refusedIn(after, path)]
  return {
    path,
    ...(from === path ? {} : {from}),
    symbol: shown?.tree.meta.symbol ?? '',
    title: shown?.tree.meta.title ?? '',
    fate,
    ...((fate === 'wakes' || fate === 'sleeps') && condition.length > 0 ? {when: condition.join(', ')} : {}),
    languages: wanted.map((code) => {
      const sides: [OnSide, OnSide] = [
        onSide(before, then.get(code), refusedThen, code, presence[0]),
        onSide(after, now.get(code), refusedNow, code, presence[1]),
      ]
      const found = languageDiff(code, ...sides)
      const isOwn = (file: string): boolean => plans.some((plan) => dependsOn(plan, code, file))
      const onlyFacts = comparing.facts.length > 0 && isOfFactsAlone(comparing, isOwn)
      return {
        ...found,
        behind: found.changes.map((change) => factsBehind(change, comparing.facts, onlyFacts, isOwn)),
      }
    }),
  }
}

function planOf({dossier}: Side, path: string): DocumentPlan | undefined {
  return dossier.documents.find((plan) => plan.path === path)
}

function onSide(
  {dossier}: Side,
  composition: OnSide['composition'],
  refused: ReadonlySet<string>,
  code: string,
  presence: Presence,
): OnSide {
  const isRefused = presence === 'refused' || refused.has(code) || refused.has('')
  return {composition, isRefused, looks: dossier.templates}
}

/** Sources without a word that is printed. */
const wordless = /^templates\/(?:styles|numbering)\.yaml$|\.jsonl$/

/**
 * Whether nothing but facts changed of what a document is made from. Of other documents it may print the title, and so
 * nothing of their front matter may have changed.
 */
function isOfFactsAlone({before, after, files}: Comparing, isOwn: (file: string) => boolean): boolean {
  const headOf = ({sources}: Side, path: string): string => JSON.stringify(sources.get(path)?.data.value)
  return files.every(({path}) => {
    if (factsFile.test(path) || wordless.test(path)) return true
    if (isOwn(path)) return false
    return !path.endsWith('.md') || headOf(before, path) === headOf(after, path)
  })
}

function fateOf([one, other]: Path['presence']): Fate {
  if (one === 'absent') return 'new'
  if (other === 'absent') return 'deleted'
  if (one === other) return 'stays'
  if (other === 'made') return one === 'dormant' ? 'wakes' : 'recovers'
  if (one === 'made') return other === 'dormant' ? 'sleeps' : 'refused'
  return 'stays'
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
