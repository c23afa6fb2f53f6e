import {UsageError} from '../failure/index.ts'
import {asTyped, quote} from '../message/index.ts'
import {authorIds, type Dossier, type ResolutionName} from '../resolve/index.ts'
import {type Asker, askFor} from './ask.ts'
import {type Field, fieldsOf, noSubjectId, originalOf} from './fields.ts'
import {folderOf} from './folder-fault.ts'
import type {Settled, Wish} from './types.ts'
import {unknownChoice} from './unknown-choice.ts'

/**
 * Everything that a new document needs: what was said, what is asked, and what follows from the rest.
 *
 * @param wish  what was said on the command line
 * @param dossier  the content root as it is
 * @param root  its folder
 * @param asker  who is asked when something is missing; undefined where nobody can be
 * @throws UsageError  when a value cannot be used, or one is missing and nobody can be asked
 * @throws Left  when the officer leaves while being asked
 */
export async function settle(
  wish: Wish,
  dossier: Dossier,
  root: string,
  asker: Asker | undefined,
): Promise<Settled> {
  const known: Wish = {...wish}
  for (const field of fieldsOf(known, dossier, root)) {
    const value = known[field.key]
    const fault = value === undefined ? undefined : await field.fault(value)
    if (fault) throw new UsageError(fault)
  }
  lookAtOthers(wish, dossier)
  const missing = fieldsOf(known, dossier, root).filter((field) => isMissing(field, known))
  if (missing.length > 0 && !asker) throw new UsageError(namedMissing(missing))
  for (const key of keys) {
    // Anew each time: what is suggested follows from the answers before.
    const field = fieldsOf(known, dossier, root).find((candidate) => candidate.key === key)
    if (!field || known[key] !== undefined) continue
    known[key] = missing.length > 0 && asker ? await askFor(field, asker) : field.suggestion
  }
  await lookAtOffice(known, dossier, root)
  const original = originalOf(dossier)
  const codes = dossier.languages.map(({code}) => code)
  const authors = authorIds(dossier.templates.actors.value, dossier.templates.authors)
  return {
    folder: folderOf(known.folder ?? ''),
    kind: known.kind ?? '',
    meeting: known.meeting ?? '',
    title: (known.title ?? '').trim(),
    subject: known.subject === noSubjectId ? undefined : known.subject,
    languages: known.languages?.length
      ? [...new Set(known.languages)]
      : [original, ...codes.filter((code) => code !== original)],
    author: known.author ?? (authors.includes('secretariat') ? 'secretariat' : (authors[0] ?? '')),
    date: known.date,
    committee: known.committee,
    group: known.group,
    resolution: resolutionOf(known.resolution),
    office: known.office,
  }
}

/** In the order in which they are asked for; whether an office is follows from those before. */
const keys: readonly Field['key'][] = ['kind', 'meeting', 'subject', 'folder', 'title', 'office']

/** An office may be said of a Party alone, and only one that the kind accepts. */
async function lookAtOffice(known: Wish, dossier: Dossier, root: string): Promise<void> {
  if (known.office === undefined) return
  const field = fieldsOf(known, dossier, root).find(({key}) => key === 'office')
  const fault = field
    ? await field.fault(known.office)
    : 'No office is asked for with this kind, meeting and author. Leave out --office.'
  if (fault) throw new UsageError(fault)
}

function isMissing({key, suggestion}: Field, known: Wish): boolean {
  return known[key] === undefined && (key === 'folder' || suggestion === undefined)
}

function namedMissing(fields: readonly Field[]): string[] {
  const lists = fields.flatMap(({key, choices}) =>
    choices ? [`The values of --${key} are: ${listed(choices.map(({id}) => id))}.`] : [],
  )
  return [
    `Not said: ${fields.map(({option}) => option).join(', ')}.`,
    ...lists,
    `Write for example: ${asTyped('new', 'sc58/second --kind standing-committee-document --meeting sc58 --title "Second report"')}`,
  ]
}

const mostListed = 40

function listed(ids: readonly string[]): string {
  return [...ids.slice(0, mostListed), ...(ids.length > mostListed ? ['…'] : [])].join(', ')
}

/** Options that are never asked for. */
function lookAtOthers({languages, author, date, committee, group, resolution}: Wish, dossier: Dossier): void {
  const codes = dossier.languages.map(({code}) => code)
  const authors = authorIds(dossier.templates.actors.value, dossier.templates.authors)
  const faults = [
    ...(languages ?? []).map((code) => unknownChoice('language', code, codes)),
    author === undefined ? undefined : unknownChoice('author', author, authors),
    date === undefined || isDay(date)
      ? undefined
      : `The date “${date}” cannot be used. Write year-month-day, such as 2009-05-07.`,
    committee === undefined || /^[IVX]+$/.test(committee)
      ? undefined
      : `The committee “${committee}” cannot be used. Write I or II.`,
    group === undefined || /^[1-9][0-9]{0,2}$/.test(group)
      ? undefined
      : `The group ${quote(group)} cannot be used. Write its number, such as 2.`,
    resolution === undefined || resolutionOf(resolution)
      ? undefined
      : `The resolution ${quote(resolution)} cannot be used. Write its number, and behind it the meeting that last revised it: "11.3 (Rev. CoP14)".`,
  ]
  const [fault] = faults.filter((found) => found !== undefined)
  if (fault) throw new UsageError(fault)
}

/** “11.3”, “Conf. 11.3 (Rev. CoP14)”: a resolution as documents cite it; undefined where it is none. */
function resolutionOf(words: string | undefined): ResolutionName | undefined {
  const [, number, revision = null] =
    /^(?:(?:\p{L}+\s)?Conf\.\s?)?([1-9]\d*\.[1-9]\d*)(?:\s\(Rev\.\s?(CoP[1-9]\d*)\))?$/u.exec(
      words?.trim() ?? '',
    ) ?? []
  return number === undefined ? undefined : {number, revision}
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return (
    /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === date
  )
}
