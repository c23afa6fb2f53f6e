import type {VFileMessage} from 'vfile-message'
import {
  composeDashboard,
  composeDossier,
  composeFrame,
  composeSite,
  type DossierComposition,
  dossierLanguages,
  latestFactDate,
  type ProgressOfFolders,
  type Refusals,
} from './compose/index.ts'
import {sortMessages} from './message/index.ts'
import {number} from './number/index.ts'
import {
  dossierFormats,
  type Frame,
  pageRoom,
  type Room,
  type Site,
  type SiteEntry,
  siteFormats,
} from './render/index.ts'
import type {Dossier, Language} from './resolve/index.ts'
import type {Outputs} from './write/index.ts'

/** What is kept of the documents for the pages about all of them. */
export interface MadeDocuments {
  /** What is kept of every document that is made. */
  entries: readonly SiteEntry[]
  /** How far the words of each folder are in each language. */
  progress: ProgressOfFolders
  /** What is not made: it is named, and subjects whose facts have errors are told of nowhere else. */
  refusals: Refusals
}

/** Whether the pages about all documents are wanted, besides the calendars and the register, and how much one holds. */
export interface SiteWish {
  hasSite?: boolean | undefined
  room?: Room | undefined
}

/**
 * What frames the pages about documents: it does not depend on any document, so that the page of each with its languages
 * side by side can be made while the document is at hand.
 *
 * @param everything  without words of documents
 * @param refused  ids of subjects whose facts have errors
 */
export function frameOf(everything: Dossier, refused: ReadonlySet<string>): Frame {
  const dossier = withoutSubjects(everything, refused)
  const asOf = latestFactDate(dossier)
  const {styles} = dossier.templates
  const pages = dossierLanguages(dossier).flatMap(
    (language) => (asOf && composeFrame(everything, language, asOf)) || [],
  )
  const hasDashboard =
    statusDayOf(dossier) !== undefined && [...dossier.subjects.values()].some(({facts}) => facts.tasks)
  const hasTranslations = everything.translations.some((translation) =>
    everything.languages.some(({code}) => code === translation.language),
  )
  return {pages, hasDashboard, hasTranslations, styles}
}

function withoutSubjects(everything: Dossier, refused: {has(id: string): boolean}): Dossier {
  return {...everything, subjects: new Map([...everything.subjects].filter(([id]) => !refused.has(id)))}
}

function statusDayOf(dossier: Dossier): string | undefined {
  return dossier.dashboard?.value['as-of'] ?? latestFactDate(dossier)
}

/**
 * The words of the pages about all documents: what those are made from that tell of translations and of the words of
 * documents, and the beginning of what the others are made from.
 *
 * @param everything  with the subjects whose facts have errors; without words of documents
 */
export function siteOf(
  everything: Dossier,
  {entries, progress, refusals}: MadeDocuments,
  {room = pageRoom}: SiteWish = {},
): Site {
  const refused = new Set(refusals.subjects.keys())
  const dossier = withoutSubjects(everything, refused)
  const asOf = latestFactDate(dossier)
  const {styles, numbering} = dossier.templates
  const pages = dossierLanguages(dossier).flatMap(
    (language) => (asOf && composeSite(everything, language, asOf, {refusals, progress})) || [],
  )
  for (const {tree} of pages) number(tree, numbering)
  const {hasDashboard, hasTranslations} = frameOf(everything, refused)
  return {
    ...{pages, hasDashboard, hasTranslations, entries, room, styles, numbering},
    dashboards: [],
    dossier: [],
    files: [],
  }
}

/**
 * The files that tell of the whole dossier, as of its latest fact; none where words in them are wrong.
 *
 * @param everything  with the subjects whose facts have errors; without words of documents
 * @param made  what is not made: it is named, and subjects whose facts have errors are told of nowhere else
 * @param site  the words of the pages about all documents; undefined where only calendars and the register are wanted
 * @param take  is given the files, some after the others, so that they need not be in memory together
 * @returns what is wrong with words in them
 */
export async function dossierOutputs(
  everything: Dossier,
  {refusals}: Pick<MadeDocuments, 'refusals'>,
  site: Site | undefined,
  take: (outputs: Outputs) => void | Promise<void>,
): Promise<VFileMessage[]> {
  const dossier = withoutSubjects(everything, refusals.subjects)
  const [asOf, statusDay] = [latestFactDate(dossier), statusDayOf(dossier)]
  const languages = dossierLanguages(dossier)
  const compositions = languages.flatMap((language) => (asOf && dossierAsOf(dossier, language, asOf)) || [])
  const dashboards = languages.flatMap(
    (language) => (site && statusDay && composeDashboard(dossier, language, statusDay)) || [],
  )
  for (const {trees} of dashboards) for (const tree of trees) number(tree, dossier.templates.numbering)
  const all = [...compositions, ...(site?.pages ?? []), ...dashboards]
  const messages = sortMessages(all.flatMap((composition) => composition.messages))
  if (messages.length > 0) return messages
  const files: string[] = []
  if (compositions.length > 0)
    for (const format of dossierFormats.values())
      for (const [path, bytes] of await format.render(compositions)) {
        files.push(path)
        await take(new Map([[path, {bytes}]]))
      }
  if (!site) return []
  const whole = {...site, dossier: compositions, dashboards, files}
  for (const format of siteFormats.values())
    if (format.madeFrom === undefined)
      for (const [path, bytes] of await format.render(whole)) await take(new Map([[path, {bytes}]]))
  return []
}

/**
 * The dossier in one language as it stood on a day, numbered: what `cites-docs status` shows.
 *
 * @param asOf  the day whose facts are told
 * @param subject  id of the one subject that is wanted; all where left out
 * @returns undefined where there is neither a subject nor a document, or not the subject that is wanted
 */
export function dossierAsOf(
  dossier: Dossier,
  language: Language,
  asOf: string,
  subject?: string,
): DossierComposition | undefined {
  const composition = composeDossier(dossier, language, asOf, subject)
  for (const tree of composition?.trees ?? []) number(tree, dossier.templates.numbering)
  return composition
}
