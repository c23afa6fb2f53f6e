import {documentPath} from '../asked.ts'
import {compare} from '../message/index.ts'
import {dependsOn} from '../resolve/index.ts'
import {factsFile} from './facts.ts'
import {factsBehind} from './follow.ts'
import {type FoundIn, languageDiff, type OnSide} from './language-diff.ts'
import {renamesOf} from './renames.ts'
import {
  compositionsOf,
  conditionOf,
  documentsOf,
  type Presence,
  planOf,
  presenceOf,
  refusedIn,
  type Side,
} from './sides.ts'
import type {DiffAsking, DocumentDiff, FactChange, Fate, FileChange} from './types.ts'

/** Where a document lies on both sides. */
export interface Path {
  path: string
  from: string
  /** What the two sides have of it. */
  presence: [Presence, Presence]
}

/** Every document that is made, or should be, on a side, in the order of their paths; one that was renamed once. */
export function pathsOf(before: Side, after: Side, {documents}: DiffAsking): Path[] {
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
export interface Comparing {
  before: Side
  after: Side
  files: readonly FileChange[]
  facts: readonly FactChange[]
  asking: DiffAsking
}

/** A document on both sides, its changes without numbers, each with the facts from which it follows. */
export interface FoundDocument extends Omit<DocumentDiff, 'languages'> {
  languages: (FoundIn & {behind: readonly (readonly string[])[]})[]
}

/** What differs of a document in each of the languages that are asked for. */
export function documentDiff(place: Path, comparing: Comparing): FoundDocument {
  const {path, from, presence} = place
  const {before, after, asking} = comparing
  const [then, now] = [compositionsOf(before, from), compositionsOf(after, path)]
  const plans = [planOf(before, from), planOf(after, path)].flatMap((plan) => plan ?? [])
  const codes = [...new Set(plans.flatMap(({languages}) => languages.map(({language}) => language.code)))]
  // Of a document that is refused on both sides no language is known.
  const wanted = codes.length > 0 ? codes.filter((code) => asking.languages?.includes(code) ?? true) : ['']
  const shown = [...now.values(), ...then.values()][0]
  const fate = from === path ? fateOf(presence) : 'renamed'
  const condition = conditionOf(fate === 'sleeps' ? after : before, path)
  const [refusedThen, refusedNow] = [refusedIn(before, from), refusedIn(after, path)]
  return {
    path,
    ...(from === path ? {} : {from}),
    symbol: shown?.tree.meta.symbol ?? '',
    title: shown?.tree.meta.title ?? '',
    fate,
    ...((fate === 'wakes' || fate === 'sleeps') && condition.length > 0 ? {when: condition.join(', ')} : {}),
    languages: wanted.map((code) => {
      const found = languageDiff(
        code,
        onSide(before, then.get(code), refusedThen, code, presence[0]),
        onSide(after, now.get(code), refusedNow, code, presence[1]),
      )
      const isOwn = (file: string): boolean => plans.some((plan) => dependsOn(plan, code, file))
      const onlyFacts = comparing.facts.length > 0 && isOfFactsAlone(comparing, isOwn)
      return {
        ...found,
        behind: found.changes.map((change) => factsBehind(change, comparing.facts, onlyFacts, isOwn)),
      }
    }),
  }
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
const wordless = /^templates\/(?:styles|numbering)\.yaml$|^documents\/glossary\.yaml$|\.jsonl$/

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
