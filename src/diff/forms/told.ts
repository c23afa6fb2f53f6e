import type {Change, DiffReport, DocumentDiff, FactChange, LanguageDiff, Reason, Spot} from '../types.ts'

/** `1 error`, `2 errors`. */
export function counted(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`
}

/** Where a change stands, as a reviewer calls it: `paragraph 12 b)`, `annex-1: row ^measures.code`. */
export function placeOf({what, part, before, after}: Change): string {
  const spot = after ?? before ?? {}
  const named = spot.label === undefined ? idOf(spot) : `${what} ${spot.label}`
  return `${part === 'body' ? '' : `${part}: `}${named === '' ? what : spot.label === undefined ? `${what} ${named}` : named}`
}

/** The id of a unit as its author wrote it; nothing where it has none. */
function idOf({unit}: Spot): string {
  return unit === undefined ? '' : `^${unit}`
}

/** What a change is, without its words: `paragraph 5 added`. */
export function headOf(change: Change): string {
  const place = placeOf(change)
  const {kind, before = {}, after = {}, count = 1, pieces = [], references = []} = change
  const several = count > 1 ? ` (${counted(count, 'place')})` : ''
  switch (kind) {
    case 'added':
      return `${place} added${several}`
    case 'removed':
      return `${place} taken out${several}`
    case 'moved':
      return `${place} moved${several}: ${movedFrom(before, after)}`
    case 'split':
      return `${place} was split into ${pieces.map(spotName).join(', ')}`
    case 'joined':
      return `${place} was joined from ${pieces.map(spotName).join(', ')}`
    case 'references':
      return `${place} points elsewhere: ${references.map(({from, to}) => `^${from} → ^${to}`).join(', ')}`
    case 'marks':
      return `${place}, marks only`
    case 'form':
      return `${place} is set otherwise`
    case 'picture':
      return `${place}: another picture`
    case 'renumbered':
      return `renumbered: ${change.what}${count > 1 ? 's' : ''} ${before.label} → ${after.label}`
    default:
      return place
  }
}

function spotName({label, unit}: Spot): string {
  return label ?? (unit === undefined ? 'one without a name' : `^${unit}`)
}

function movedFrom(before: Spot, after: Spot): string {
  const labels =
    before.label !== undefined && after.label !== undefined && before.label !== after.label
      ? `${before.label} → ${after.label}, `
      : ''
  const behind = (spot: Spot): string => (spot.behind === undefined ? 'the beginning' : `“${spot.behind}”`)
  return `${labels}it stood behind ${behind(before)}, and stands behind ${behind(after)}`
}

/** What became of a document as a whole; nothing where it stays. */
export function fateOf({fate, from, when}: DocumentDiff): string {
  const condition = when === undefined ? '' : ` (when: ${when})`
  const told: Readonly<Record<DocumentDiff['fate'], string>> = {
    stays: '',
    new: 'new',
    deleted: 'deleted',
    renamed: `renamed, it was ${from}`,
    wakes: `made now: its condition holds${condition}`,
    sleeps: `no longer made: its condition does not hold${condition}`,
    recovers: 'made again: it had errors',
    refused: 'not made: it has errors now',
  }
  return told[fate]
}

const reasonWords: Readonly<Record<Reason, string>> = {
  styles: 'its styles are others',
  numbering: 'its numbering is set otherwise',
  layout: 'it is laid out otherwise',
  ids: 'names of paragraphs are others',
  'refused-before': 'it had errors before',
  'refused-after': 'it has errors now',
}

/** What is said of a document in a language beside its changes; nothing where these say all. */
export function verdictOf({verdict, reasons}: LanguageDiff): string {
  const why = reasons.map((reason) => reasonWords[reason]).join(', ')
  const told: Readonly<Record<LanguageDiff['verdict'], string>> = {
    same: why,
    words: why,
    labels: why,
    bytes: `no word differs, only bytes: ${why}`,
    appears: 'appears',
    vanishes: 'vanishes',
    unknown: `its words cannot be compared: ${why}`,
  }
  return told[verdict]
}

/** Whether no reader finds anything changed in a document, and its files differ all the same. */
export function isBytesAlone({fate, languages}: DocumentDiff): boolean {
  return (
    fate === 'stays' &&
    languages.every(
      ({verdict, reasons}) =>
        (verdict === 'bytes' || verdict === 'same') &&
        !reasons.includes('refused-before') &&
        !reasons.includes('refused-after'),
    )
  )
}

/** Documents that only look otherwise, by why they do: “its styles are others: 15 documents: sc58/a, …”. */
export function bytesLines(documents: readonly DocumentDiff[]): string[] {
  const groups = new Map<string, string[]>()
  for (const {path, languages} of documents.filter(isBytesAlone)) {
    const why = [...new Set(languages.flatMap(({reasons}) => reasons))]
      .map((own) => reasonWords[own])
      .join(', ')
    groups.set(why, [...(groups.get(why) ?? []), path])
  }
  return [...groups].map(([why, paths]) => `${why}: ${counted(paths.length, 'document')}: ${fewOf(paths)}`)
}

/** Names of one sort that are listed; the rest is counted. */
const mostNames = 12

/** Some names, and how many more there are. */
export function fewOf(names: readonly string[]): string {
  const rest = names.length - mostNames
  return rest > 0 ? `${names.slice(0, mostNames).join(', ')} and ${rest} more` : names.join(', ')
}

/** “2 documents differ for a reader, 3 only in bytes, 10 are the same”. */
export function tally({documents, counts}: DiffReport): string {
  const bytes = documents.filter(isBytesAlone).length
  const unknown = documents.filter(({languages}) =>
    languages.every(({verdict}) => verdict === 'unknown'),
  ).length
  const differ = documents.length - bytes - unknown
  return [
    `${counted(differ, 'document differs', 'documents differ')} for a reader`,
    ...(bytes > 0 ? [`${bytes} only in bytes`] : []),
    ...(unknown > 0 ? [`${unknown} cannot be compared`] : []),
    counted(counts.same, 'is the same', 'are the same'),
  ].join(', ')
}

/** What is said of a document in all of its languages, where that is the same and there is no more; else undefined. */
export function verdictOfAll({languages}: DocumentDiff): string | undefined {
  const [first, ...others] = languages.map(verdictOf)
  const isOfAll = others.length > 0 && others.every((text) => text === first) && first !== ''
  return isOfAll && languages.every(({changes}) => changes.length === 0) ? first : undefined
}

/** A fact that differs, on one line. */
export function factLine({fact, path, before, after}: FactChange): string {
  const record = fact.split('#')[1]
  const at = record === undefined ? -1 : path.indexOf(record)
  // The record is named already, and what leads to it says no more.
  const keys = (at < 0 ? path : path.slice(at + 1)).join(' › ')
  return `${fact}${keys === '' ? '' : ` ${keys}`}: ${fromTo(before, after)}`
}

/** `2009-05-04 → 2009-06-12`, or what came or went. */
export function fromTo(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `${after} (new)`
  return after === undefined ? `${before} (taken out)` : `${before} → ${after}`
}
