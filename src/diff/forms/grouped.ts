import type {Change, ChangeKind, DiffReport, DocumentDiff, FactChange, LanguageDiff} from '../types.ts'

/** A change with where it is. */
export interface Placed {
  document: DocumentDiff
  language: LanguageDiff
  change: Change
}

/** A record whose values differ, and what follows from it in documents. */
export interface FactGroup {
  fact: string
  changes: readonly FactChange[]
  sentences: readonly Placed[]
}

/** The facts that differ, each with the sentences that follow from it; a sentence that follows from several is told once. */
export function factGroups({facts, documents}: DiffReport): FactGroup[] {
  const groups = new Map<string, {changes: FactChange[]; sentences: Placed[]}>()
  for (const change of facts) {
    const group = groups.get(change.fact) ?? {changes: [], sentences: []}
    groups.set(change.fact, group)
    group.changes.push(change)
  }
  for (const placed of allChanges(documents)) {
    const first = placed.change.follows?.find((fact) => groups.has(fact))
    if (first !== undefined) groups.get(first)?.sentences.push(placed)
  }
  return [...groups].map(([fact, group]) => ({fact, ...group}))
}

function allChanges(documents: readonly DocumentDiff[]): Placed[] {
  return documents.flatMap((document) =>
    document.languages.flatMap((language) =>
      language.changes.map((change) => ({document, language, change})),
    ),
  )
}

/** Changes that are somebody's words and follow from no fact. */
export function ownChanges({changes}: LanguageDiff): Change[] {
  return changes.filter(({follows}) => follows === undefined)
}

const kinds: Readonly<Record<ChangeKind, number>> = {
  added: 1,
  removed: 1,
  changed: 1,
  split: 1,
  joined: 1,
  moved: 2,
  picture: 2,
  references: 3,
  field: 3,
  marks: 5,
  renumbered: 6,
  form: 7,
}
const ofText: ReadonlySet<string> = new Set(['paragraph', 'item', 'decision', 'heading', 'answer'])

/** What is told first: words of paragraphs and decisions, then references, then notes and tables, then numbers. */
export function rankOf({kind, what}: Change): number {
  // The number of a decision is no number of a list.
  if (kind === 'renumbered' && what === 'decision') return kinds.moved
  const rank = kinds[kind]
  return rank <= 2 && !ofText.has(what) ? 4 : rank
}

/** The same change in several languages. */
export interface Shared {
  change: Change
  /** The languages in which it is, the one of `change` first. */
  languages: readonly string[]
}

/** The changes of a document, each once for all languages in which the same unit was changed in the same way. */
export function sharedChanges({languages}: DocumentDiff): Shared[] {
  const found = new Map<string, {change: Change; languages: string[]}>()
  for (const language of languages)
    for (const change of ownChanges(language)) {
      const key = keyOf(change)
      const known = found.get(key)
      if (known && !known.languages.includes(language.language)) known.languages.push(language.language)
      else found.set(known ? `${key} ${change.number}` : key, {change, languages: [language.language]})
    }
  return [...found.values()]
}

function keyOf({kind, what, part, before, after}: Change): string {
  return JSON.stringify([kind, what, part, before?.unit, before?.label, after?.unit, after?.label])
}
