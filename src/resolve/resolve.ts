import type {VFileMessage} from 'vfile-message'
import {addAll, error} from '../message/index.ts'
import type {SchemaFile, Validated} from '../validate/index.ts'
import {agendaFindings, resolveAgendas} from './agendas.ts'
import {descriptionFindings} from './description-findings.ts'
import {resolveDocuments} from './documents.ts'
import {sortsWith} from './facts/index.ts'
import {resolveMeetings} from './meetings.ts'
import {plannedFindings} from './planned-findings.ts'
import {recordItemFindings} from './record-items.ts'
import {subjectFindings} from './subject-findings.ts'
import {resolveSubjects} from './subjects.ts'
import type {GlossaryTerm, Language, Templates} from './template-types.ts'
import {resolveTemplates} from './templates.ts'
import {resolveTexts, textFindings, withTexts} from './texts.ts'
import {resolveTranslations} from './translations.ts'
import type {Dossier} from './types.ts'

/**
 * Valid sources to the Dossier: every reference followed, or a finding at its key.
 *
 * @param validated  what `validate` gave
 * @param paths  every path that was seen, so that a file with errors is not called missing
 * @param schemas  of the package, where what is printed of facts is to be looked at; without them it is as it was made
 * @returns the dossier (without documents when templates are missing) and findings
 */
export function resolve(
  validated: Omit<Validated, 'against'>,
  paths: ReadonlySet<string>,
  schemas?: ReadonlyMap<string, SchemaFile>,
): {dossier: Dossier; messages: VFileMessage[]} {
  const {sources} = validated
  const {templates, languages, messages} = resolveTemplates(sources, paths)
  const sorts = sortsWith(templates?.facts ?? new Map())
  const dossier: Dossier = {
    languages,
    meetings: new Map(),
    meetingWords: new Map(),
    subjects: resolveSubjects(sources, paths, sorts),
    agendas: resolveAgendas(sources),
    texts: resolveTexts(sources, templates?.instruments ?? []),
    glossary: [],
    documents: [],
    dormant: [],
    refused: new Set(),
    refusedBodies: new Map(),
    pictures: validated.pictures,
    translations: [],
    templates: templates ?? ({} as Templates),
  }
  addAll(messages, resolveMeetings(sources, dossier, paths))
  addAll(messages, missingMeetings(paths, languages))
  const dashboard = sources.get('documents/dashboard.yaml')
  if (dashboard) {
    const {path, data} = dashboard
    dossier.dashboard = {path, data, value: data.value as {'as-of': string}}
  }
  const glossary = sources.get('documents/glossary.yaml')
  if (glossary) dossier.glossary = (glossary.data.value as {terms: GlossaryTerm[]}).terms
  if (!templates) {
    if (![...paths].some((path) => path.startsWith('templates/'))) {
      messages.push(
        error(
          'There are no templates. Put labels, phrases, actors, styles, numbering and kinds into templates/.',
          {path: 'templates', ruleId: 'file-missing'},
        ),
      )
    }
    return {dossier, messages}
  }
  if (schemas)
    addAll(messages, descriptionFindings(templates, new Map([...schemas, ...validated.ownSchemas]), sorts))
  addAll(messages, textFindings(dossier.texts, templates, dossier.meetings, {sources, paths}))
  dossier.templates = {...templates, instruments: withTexts(templates.instruments, dossier.texts)}
  for (const subject of dossier.subjects.values())
    addAll(messages, subjectFindings(subject, sorts, {names: templates.names, meetings: dossier.meetings}))
  const planned = resolveDocuments({sources, paths, dossier})
  dossier.documents = planned.documents
  dossier.dormant = planned.dormant
  addAll(messages, planned.messages)
  for (const subject of dossier.subjects.values()) addAll(messages, plannedFindings(subject, dossier))
  addAll(messages, agendaFindings(dossier, {sources, paths}))
  addAll(messages, recordItemFindings(dossier, dossier.documents))
  const translated = resolveTranslations(dossier, sources, paths)
  dossier.translations = translated.translations
  addAll(messages, translated.messages)
  return {dossier, messages}
}

/** Documents cannot do without their meetings, nor a language without their places. */
function missingMeetings(paths: ReadonlySet<string>, languages: readonly Language[]): VFileMessage[] {
  if (![...paths].some((path) => path.endsWith('/document.yaml'))) return []
  const used = languages.filter(({code}) => [...paths].some((path) => path.endsWith(`.${code}.md`)))
  const needed = ['documents/meetings.yaml', ...used.map(({code}) => `documents/meetings.${code}.yaml`)]
  return needed
    .filter((path) => !paths.has(path))
    .map((path) =>
      error(`The file ${path} is missing; the covers of documents are made from it. Add it.`, {
        path,
        ruleId: 'file-missing',
      }),
    )
}
