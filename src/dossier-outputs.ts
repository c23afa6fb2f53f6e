import type {VFileMessage} from 'vfile-message'
import {
  type Composition,
  composeDashboard,
  composeDossier,
  composeSite,
  type DossierComposition,
  dossierLanguages,
  latestFactDate,
  type Refusals,
} from './compose/index.ts'
import {sortMessages} from './message/index.ts'
import {number} from './number/index.ts'
import {
  dossierFormats,
  pageRoom,
  type Room,
  renderBitext,
  type Site,
  siteEntry,
  siteFormats,
} from './render/index.ts'
import type {Dossier, Language} from './resolve/index.ts'
import type {Outputs} from './write/index.ts'

/**
 * The files that tell of the whole dossier, as of its latest fact; none where words in them are wrong.
 *
 * @param documents  those that are made
 * @param refusals  what is not: it is named, and subjects whose facts have errors are told of nowhere else
 * @param wanted  whether the pages about all documents are, besides the calendars and the register, and how much one holds
 */
export async function dossierOutputs(
  everything: Dossier,
  documents: readonly Composition[],
  refusals: Refusals,
  wanted: {hasSite?: boolean | undefined; room?: Room | undefined} = {},
): Promise<{outputs: Outputs; messages: VFileMessage[]}> {
  const outputs: Outputs = new Map()
  const sound = [...everything.subjects].filter(([id]) => !refusals.subjects.has(id))
  const dossier: Dossier = {...everything, subjects: new Map(sound)}
  const asOf = latestFactDate(dossier)
  const languages = dossierLanguages(dossier)
  const compositions = languages.flatMap((language) => (asOf && dossierAsOf(dossier, language, asOf)) || [])
  const site =
    wanted.hasSite === false
      ? undefined
      : siteOf(everything, dossier, {compositions, documents, refusals, room: wanted.room ?? pageRoom})
  const messages = sortMessages(
    [...compositions, ...(site?.pages ?? []), ...(site?.dashboards ?? [])].flatMap(
      (composition) => composition.messages,
    ),
  )
  if (messages.length > 0) return {outputs, messages}
  if (compositions.length > 0)
    for (const format of dossierFormats.values())
      for (const [path, bytes] of await format.render(compositions)) outputs.set(path, {bytes})
  if (!site) return {outputs, messages}
  site.files = [...outputs.keys()]
  for (const format of siteFormats.values())
    for (const [path, bytes] of await format.render(site)) outputs.set(path, {bytes})
  for (const languages of byDocument(documents).values())
    for (const [path, bytes] of renderBitext(site, languages)) outputs.set(path, {bytes})
  return {outputs, messages}
}

/**
 * What the pages about all documents are made from.
 *
 * @param everything  with the subjects whose facts have errors
 * @param dossier  without them
 */
function siteOf(
  everything: Dossier,
  dossier: Dossier,
  made: {
    compositions: readonly DossierComposition[]
    documents: readonly Composition[]
    refusals: Refusals
    room: Room
  },
): Site {
  const asOf = latestFactDate(dossier)
  const statusDay = dossier.dashboard?.value['as-of'] ?? asOf
  const languages = dossierLanguages(dossier)
  const {styles, numbering} = dossier.templates
  const pages = languages.flatMap(
    (language) => (asOf && composeSite(everything, language, asOf, made.refusals)) || [],
  )
  const dashboards = languages.flatMap(
    (language) => (statusDay && composeDashboard(dossier, language, statusDay)) || [],
  )
  for (const {tree} of pages) number(tree, numbering)
  for (const {trees} of dashboards) for (const tree of trees) number(tree, numbering)
  const entries = made.documents.map(siteEntry)
  const {translations} = everything
  return {
    pages,
    dashboards,
    dossier: made.compositions,
    entries,
    files: [],
    translations,
    room: made.room,
    styles,
    numbering,
  }
}

/** Each document in all its languages. */
function byDocument(documents: readonly Composition[]): ReadonlyMap<string, Composition[]> {
  const found = new Map<string, Composition[]>()
  for (const document of documents) {
    const own = found.get(document.plan.path)
    if (own) own.push(document)
    else found.set(document.plan.path, [document])
  }
  return found
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
