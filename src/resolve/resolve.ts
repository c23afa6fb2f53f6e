import type {VFileMessage} from 'vfile-message'
import {addAll, error, quote} from '../message/index.ts'
import type {SchemaFile, Validated} from '../validate/index.ts'
import {actorFault} from './actors.ts'
import {agendaFindings, resolveAgendas} from './agendas.ts'
import {descriptionFindings} from './description-findings.ts'
import {resolveDocuments} from './documents.ts'
import {sortsWith} from './facts/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import {plannedFindings} from './planned-findings.ts'
import {subjectFindings} from './subject-findings.ts'
import {resolveSubjects} from './subjects.ts'
import type {GlossaryTerm, KnownNames, Language, Templates} from './template-types.ts'
import {resolveTemplates} from './templates.ts'
import {resolveTexts, textFindings, withTexts} from './texts.ts'
import type {Dossier, Meeting, MeetingWords} from './types.ts'

/**
 * Valid sources to the Dossier: every reference followed, or a finding at its key.
 *
 * @param validated  what `validate` gave
 * @param paths  every path that was seen, so that a file with errors is not called missing
 * @param schemas  of the package, where what is printed of facts is to be looked at; without them it is as it was made
 * @returns the dossier (without documents when templates are missing) and findings
 */
export function resolve(
  validated: Validated,
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
    templates: templates ?? ({} as Templates),
  }
  addAll(messages, resolveMeetings(validated, dossier, paths))
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
  addAll(messages, textFindings(dossier.texts, templates, {sources, paths}))
  dossier.templates = {...templates, instruments: withTexts(templates.instruments, dossier.texts)}
  for (const subject of dossier.subjects.values())
    addAll(messages, subjectFindings(subject, sorts, {names: templates.names, meetings: dossier.meetings}))
  const planned = resolveDocuments({sources, paths, dossier})
  dossier.documents = planned.documents
  dossier.dormant = planned.dormant
  addAll(messages, planned.messages)
  for (const subject of dossier.subjects.values()) addAll(messages, plannedFindings(subject, dossier))
  addAll(messages, agendaFindings(dossier, {sources, paths}))
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

function resolveMeetings({sources}: Validated, dossier: Dossier, paths: ReadonlySet<string>): VFileMessage[] {
  const messages: VFileMessage[] = []
  const source = sources.get('documents/meetings.yaml')
  if (!source) return messages
  dossier.meetingsYaml = {path: source.path, data: source.data, value: source.data.value}
  const say = (index: number, key: string, ruleId: string, reason: string): void => {
    messages.push(
      error(reason, {path: source.path, ruleId, place: source.data.locate(['meetings', index, key])}),
    )
  }
  // There are none where a template that nothing goes without has errors.
  const names: KnownNames | undefined = dossier.templates.names
  for (const [index, meeting] of (source.data.value as {meetings: Meeting[]}).meetings.entries()) {
    if (dossier.meetings.has(meeting.id))
      say(
        index,
        'id',
        'id-twice',
        `The meeting ${quote(meeting.id)} occurs twice. Give one of them another id.`,
      )
    if (meeting.ends < meeting.starts)
      say(
        index,
        'ends',
        'date-order',
        `The meeting ends (${meeting.ends}) before it starts (${meeting.starts}). Correct one of the two dates.`,
      )
    if (names && !names.ordinals.has(String(meeting.ordinal)))
      say(
        index,
        'ordinal',
        'unknown-ordinal',
        `There are no words for ${meeting.ordinal}. Add “"${meeting.ordinal}": {word: …, number: …}” under “ordinals” in templates/labels.<language>.yaml, in every language.`,
      )
    const body = actorFault(names?.actors, meeting.body, 'body')
    if (body) say(index, 'body', body.ruleId, body.reason)
    const profiles = dossier.templates.profiles
    if (
      profiles &&
      !profiles.has(meeting.profile) &&
      !paths.has(`templates/profiles/${meeting.profile}.yaml`)
    )
      say(index, 'profile', 'unknown-profile', unknown('profile', meeting.profile, profiles.keys()))
    dossier.meetings.set(meeting.id, meeting)
  }
  for (const [path, words] of sources) {
    const language = /^documents\/meetings\.([a-z]{2})\.yaml$/.exec(path)?.[1]
    if (!language) continue
    const yaml: Located<{meetings: Record<string, MeetingWords>}> = {
      path,
      data: words.data,
      value: words.data.value as {meetings: Record<string, MeetingWords>},
    }
    dossier.meetingWords.set(language, yaml)
    for (const id of Object.keys(yaml.value.meetings)) {
      if (!dossier.meetings.has(id))
        messages.push(
          error(unknown('meeting', id, dossier.meetings.keys()), {
            path,
            ruleId: 'unknown-meeting',
            place: yaml.data.locate(['meetings', id], 'key'),
          }),
        )
    }
    for (const id of dossier.meetings.keys()) {
      if (!Object.hasOwn(yaml.value.meetings, id))
        messages.push(
          error(`The words of the meeting ${quote(id)} are missing. Add “${id}: {city: …, country: …}”.`, {
            path,
            ruleId: 'words-missing',
            place: yaml.data.locate(['meetings'], 'key'),
          }),
        )
    }
  }
  return messages
}
